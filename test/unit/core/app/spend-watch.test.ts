import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../../../core/app/index.ts';
import { watchSpending } from '../../../../core/app/spend-watch.ts';
import { COST, openPricedCore, pricedDebate } from '../../../support/priced-core.ts';

const systemAlerts = async (core: Awaited<ReturnType<typeof openPricedCore>>['core']) => {
  const abort = new AbortController();
  for await (const change of core.api['sessions.changes']({}, { signal: abort.signal })) {
    if (change.kind === 'spend-alert') return change;
  }
  return null;
};

describe('fast spending', { timeout: 30_000 }, () => {
  it('is told once: to whoever follows the changes, and to the webhook that is set', async () => {
    const posted: string[] = [];
    let told = () => {};
    const first = new Promise<void>((resolve) => {
      told = resolve;
    });
    const hook = createServer((request, response) => {
      request.on('data', (chunk) => posted.push(String(chunk)));
      request.on('end', () => {
        response.writeHead(204).end();
        told();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => hook.close(() => resolve())));
    const { port } = hook.address() as { port: number };
    const { core } = await openPricedCore(
      `budgets: { alert: { usd_per_minute: 0.001, webhook: 'http://127.0.0.1:${port}/alert' } }`,
    );
    const alert = systemAlerts(core);
    const { id } = await core.api['sessions.create'](pricedDebate({ max_rounds: 4 }));
    await core.whenEnded(id);
    expect(await alert).toMatchObject({ kind: 'spend-alert', limit_usd: 0.001 });
    await first;
    expect(posted).toHaveLength(1);
    // Another process comes later and sees the same spending.
    const other = await createCore({
      ...{ home: core.home, host: 'cli', logTo: 'none' },
      environment: { LAB_KEY: 'key', OLLAMA_HOST: 'http://127.0.0.1:9' },
    });
    const again = await other.api['sessions.create'](pricedDebate({ max_rounds: 4 }));
    await other.whenEnded(again.id);
    await other.close();
    expect(posted).toHaveLength(1);
    expect(JSON.parse(posted[0] ?? '')).toMatchObject({ type: 'spend-alert', limit_micro_usd: 1_000 });
  });

  it('says nothing and sends nothing where nothing is set', async () => {
    const asked: string[] = [];
    let listener: (change: never) => void = () => {};
    const stop = watchSpending({
      store: {
        onChange: (one: never) => {
          listener = one;
          return () => {};
        },
      } as never,
      clock: { schedule: () => asked.push('schedule') } as never,
      alert: () => undefined,
      post: async () => {
        asked.push('post');
      },
      failed: () => {},
    });
    listener({ kind: 'events', events: [{ type: 'cost-recorded', data: { micro_usd: COST } }] } as never);
    await stop();
    expect(asked).toEqual([]);
  });
});
