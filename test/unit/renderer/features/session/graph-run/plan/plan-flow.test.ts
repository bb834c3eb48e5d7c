import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../../core/graph/index.ts';
import { planFlow } from '../../../../../../../renderer/features/session/graph-run/plan/plan-flow.ts';
import { wireId } from '../../../../../../../renderer/state/graph/index.ts';

const { graph } = readGraph({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }] });

describe('planFlow', () => {
  it('draws the steps in columns, with what is selected', () => {
    const { nodes, edges } = planFlow(graph, new Set(['b']), new Set([wireId('a', 'b')]));
    expect(nodes.map(({ id, selected }) => [id, selected])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(nodes[1]?.position.x).toBeGreaterThan(nodes[0]?.position.x ?? 0);
    expect(edges).toMatchObject([{ source: 'a', target: 'b', targetHandle: 'in', selected: true }]);
  });
});
