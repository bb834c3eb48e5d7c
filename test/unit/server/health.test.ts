import { describe, expect, it } from 'vitest';
import { answerGuarded, answerLive, answerReady } from '../../../server/health.ts';
import { standInCore } from './stand-in.ts';

const { core } = standInCore();

describe('health', () => {
  it('says which instance lives', async () => {
    expect(await answerLive('abc').json()).toEqual({ status: 'ok', instance: 'abc' });
  });

  it('is ready when the data can be read, and gives no reasons away', async () => {
    expect((await answerReady(core)).status).toBe(200);
    const broken = {
      ...core,
      api: { ...core.api, 'sessions.list': () => Promise.reject(new Error('disk')) },
    };
    const response = await answerReady(broken);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not-ready' });
  });

  it('tells more to those who may know', async () => {
    expect(await (await answerGuarded(core, '/health/detailed')).json()).toMatchObject({ status: 'ok' });
    const metrics = await answerGuarded(core, '/metrics');
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await metrics.text()).toBe('agentnet_up 1\n');
    await expect(answerGuarded(core, '/health/else')).rejects.toMatchObject({ code: 'input/unknown-route' });
  });
});
