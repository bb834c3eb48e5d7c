import { describe, expect, it } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

const start = async () => {
  const { api } = await openCore();
  const { id } = await api['sessions.create']({
    mode: 'delegation',
    topic: 'Move the office by June',
    agents: ['Athena', 'Apollo'],
    model: 'stub/debater',
  });
  for (;;) {
    const { nodes } = await api['sessions.graph']({ id });
    if (nodes.some(({ status }) => status === 'awaiting')) break;
  }
  const approve = (nodes: readonly object[]) =>
    api['sessions.approve']({ id, node: 'work', approved: true, graph: { nodes } });
  return { api, id, approve };
};

describe('a plan that a person corrects', () => {
  it('is refused before it is recorded, with what is wrong', async () => {
    const { api, id, approve } = await start();
    const a = { id: 'a', prompt: 'Look.', agent: 'Athena' };
    for (const [nodes, words] of [
      [[{ ...a, deps: ['b'] }], 'b'],
      [[{ ...a, agent: 'Judge' }], 'Judge'],
      [[{ id: 's', kind: 'subgraph', graph: 'x' }], 'x'],
      [[{ id: 'g', kind: 'tool', tool: 'search' }], 'g'],
      [[{ ...a, id: ':plan' }], ':plan'],
      [[], 'nodes'],
    ] as const) {
      await expect(approve(nodes)).rejects.toThrow(words);
    }
    const { nodes } = await api['sessions.graph']({ id });
    expect(nodes.find((node) => node.id === 'work')?.status).toBe('awaiting');
  });

  it('is carried out in the place of what was proposed', async () => {
    const { api, id, approve } = await start();
    await approve([{ id: 'only', prompt: 'Look.', agent: 'Apollo' }]);
    for (;;) {
      const { nodes } = await api['sessions.graph']({ id });
      if (!nodes.some(({ id: node, status }) => node === 'work' && status === 'done')) continue;
      expect(nodes.map((node) => node.id)).toContain('work/only');
      break;
    }
  });
});
