import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

const goal = 'Move the office to a smaller building by June';

describe('tasks.plan', () => {
  it('gives a graph that is in order and can be run as it is, with its session on record', async () => {
    const { api } = await openCore();
    const plan = await api['tasks.plan']({ goal, agents: ['Athena', 'Critic'], max_nodes: 5, seed: 3 });
    expect(plan).toMatchObject({ repaired: false, problems: [] });
    const nodes = plan.graph['nodes'] as readonly { id: string; agent: string }[];
    expect(nodes).toHaveLength(5);
    for (const { agent } of nodes) expect(['Athena', 'Critic']).toContain(agent);
    const check = await api['graphs.check']({ text: JSON.stringify(plan.graph) });
    expect(check.ok).toBe(true);
    const session = await api['sessions.get']({ id: plan.session_id });
    expect(session).toMatchObject({ mode: 'workflow', outcome: 'completed', name: `Plan: ${goal}` });
    expect(session.totals.calls).toBe(1);
    const run = await api['tasks.execute']({ graph: plan.graph, model: 'stub/debater' });
    expect(run.mode).toBe('workflow');
  });

  it('is the same for the same seed, and offers everybody where nobody is named', async () => {
    const { api } = await openCore();
    const [first, second] = [
      await api['tasks.plan']({ goal, seed: 5 }),
      await api['tasks.plan']({ goal, seed: 5 }),
    ];
    expect(second.graph).toEqual(first.graph);
    const { turns } = await api['sessions.get']({ id: first.session_id });
    expect(turns[0]?.kind).toBe('plan');
    const { items } = await api['sessions.events']({ id: first.session_id });
    const asked = JSON.stringify(items);
    expect(asked).toContain('- Hermes: ');
    expect(asked).not.toContain('- Planner: ');
  });

  it('asks once more where an answer cannot be used, and refuses in words after that', async () => {
    const { api } = await openCore();
    await expect(api['tasks.plan']({ goal, model: 'stub/voter' })).rejects.toMatchObject({
      code: 'plan/unusable',
      message: expect.stringContaining('There is no list of tasks'),
      data: expect.anything(),
    });
    const { items } = await api['sessions.list']({});
    expect(items[0]).toMatchObject({ outcome: 'failed', totals: { calls: 2 } });
  });

  it('asks nobody where a name is wrong', async () => {
    const { api } = await openCore();
    for (const input of [{ planner: 'Planer' }, { agents: ['Athena', 'Hermse'] }]) {
      await expect(api['tasks.plan']({ goal, ...input })).rejects.toMatchObject({
        code: 'input/unknown-agent',
      });
    }
    expect((await api['sessions.list']({})).items).toEqual([]);
  });

  it('stands under the caps of the data folder', async () => {
    const { api } = await openCore();
    await api['settings.set']({ budgets: { day: { tokens: 500 } } });
    await expect(api['tasks.plan']({ goal })).rejects.toMatchObject({ code: 'budget/exceeded' });
  });

  it('is given up with its caller, and can be resumed', async () => {
    const core = await openCore();
    await core.api['settings.set']({ stub: { latency_ms: 60_000 } });
    const caller = new AbortController();
    const asked = core.api['tasks.plan']({ goal }, { signal: caller.signal });
    const refused = expect(asked).rejects.toMatchObject({ code: 'session/interrupted' });
    while (core.runningSessions() === 0) await new Promise((done) => setImmediate(done));
    caller.abort();
    await refused;
    expect((await core.api['sessions.list']({})).items[0]).toMatchObject({ status: 'interrupted' });
  });
});
