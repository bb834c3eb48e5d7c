import { describe, expect, it } from 'vitest';
import { falsify } from '../falsify.ts';
import { agentnet, newHome, specificationFile } from '../stand-ins.ts';

const ranOnce = async () => {
  const home = newHome();
  const ran = await agentnet(home, 'run', specificationFile(home), '--json');
  return { home, id: String(ran.lines()[0]?.['session_id']), events: ran.lines() };
};

describe('agentnet verify', { timeout: 30_000 }, () => {
  it('finds a whole chain whole', async () => {
    const { home, id, events } = await ranOnce();
    expect(await agentnet(home, 'verify', id)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${events.length} events`),
    });
    const [report] = (await agentnet(home, 'verify', id, '--json')).lines();
    expect(report).toMatchObject({ ok: true, projections_equal: true, first_problem: null });
  });

  it('names the event that was changed', async () => {
    const { home, id } = await ranOnce();
    falsify(home, id, 7);
    expect(await agentnet(home, 'verify', id)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Event 7 '),
    });
    const machine = await agentnet(home, 'verify', id, '--json');
    expect(machine.code).toBe(1);
    expect(machine.lines()).toMatchObject([{ ok: false, first_problem: { seq: 7 } }]);
  });

  it('refuses what is no session', async () => {
    expect(await agentnet(newHome(), 'verify', 'nobody')).toMatchObject({ code: 2 });
    expect(await agentnet(newHome(), 'verify')).toMatchObject({
      code: 2,
      err: expect.stringContaining('one ID'),
    });
  });
});
