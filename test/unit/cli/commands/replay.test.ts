import { describe, expect, it } from 'vitest';
import { falsify } from '../falsify.ts';
import { agentnet, newHome, specificationFile } from '../stand-ins.ts';

const ranOnce = async () => {
  const home = newHome();
  const ran = await agentnet(home, 'run', specificationFile(home), '--json');
  const turn = ran.lines().find(({ type }) => type === 'turn-ended');
  return { home, id: String(turn?.['session_id']), seq: Number(turn?.['seq']) };
};

describe('agentnet replay', { timeout: 30_000 }, () => {
  it('ends with 0 when every event is equal', async () => {
    const { home, id } = await ranOnce();
    expect(await agentnet(home, 'replay', id)).toMatchObject({
      code: 0,
      out: expect.stringContaining('equal'),
    });
    const [report] = (await agentnet(home, 'replay', id, '--json')).lines();
    expect(report).toMatchObject({ equal: true, first_difference: null });
  });

  it('names the first event that differs', async () => {
    const { home, id, seq } = await ranOnce();
    falsify(home, id, seq);
    const refused = await agentnet(home, 'replay', id);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(String(seq));
  });

  it('says that bundles come later', async () => {
    const { home } = await ranOnce();
    const bundle = specificationFile(home);
    expect(await agentnet(home, 'replay', bundle)).toMatchObject({
      code: 2,
      err: expect.stringContaining('not built yet'),
    });
  });
});
