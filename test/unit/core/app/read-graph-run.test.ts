import { describe, expect, it } from 'vitest';
import { debate, openCore } from '../../../support/open-core.ts';

describe('readGraphRun', () => {
  it('gives the state of each node of a run, and refuses what runs no graph', async () => {
    const core = await openCore();
    const { api } = core;
    const { id } = await api['tasks.execute']({
      text: 'nodes: [{id: a}, {id: c, kind: condition, deps: [a], test: {contains: zebra}}]',
      model: 'stub/debater',
    });
    await core.whenEnded(id);
    const view = await api['sessions.graph']({ id });
    expect(view.nodes.map(({ id: node, status, branch }) => [node, status, branch])).toEqual([
      ['a', 'done', null],
      ['c', 'done', 'no'],
    ]);
    const other = await api['sessions.create'](debate({ max_rounds: 1 }));
    await core.whenEnded(other.id);
    await expect(api['sessions.graph']({ id: other.id })).rejects.toMatchObject({
      code: 'session/wrong-state',
    });
  });
});
