import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { type FlowNode, flowNodes } from '../../../../../../renderer/features/graphs/canvas/flow-nodes.ts';
import { changeNode } from '../../../../../../renderer/state/graph/index.ts';

const { graph } = readGraph({
  nodes: [{ id: 'a' }, { id: 'n', kind: 'note' }, { id: 'f', kind: 'frame' }, { id: 'a', prompt: 'twice' }],
});
const look = { look: null, problem: null, tone: null, change: null, ports: null } as const;
const input = {
  nodes: graph.nodes,
  places: new Map([['a', { x: 8, y: 16 }]]),
  selection: new Set(['a']),
  lookOf: () => look,
};

describe('flowNodes', () => {
  it('draws each id once, by its kind, frames behind the rest', () => {
    const nodes = [...flowNodes(input, new Map()).values()];
    expect(nodes.map(({ id, type, zIndex }) => [id, type, zIndex])).toEqual([
      ['a', 'card', 0],
      ['n', 'note', 0],
      ['f', 'frame', -1],
    ]);
    expect(nodes[0]).toMatchObject({ position: { x: 8, y: 16 }, selected: true, width: 240 });
    expect(nodes[0]?.handles).toHaveLength(2);
  });

  it('gives the very same object for a node of which nothing has changed', () => {
    const first = flowNodes(input, new Map());
    const again = flowNodes({ ...input, selection: new Set() }, first);
    expect(again.get('n')).toBe(first.get('n'));
    expect(again.get('a')).not.toBe(first.get('a'));
    expect(again.get('a')?.data).toBe(first.get('a')?.data);
    const edited = changeNode(graph, 'n', (node) => ({ ...node, title: 'Note' }));
    const third = flowNodes({ ...input, nodes: edited.nodes }, first);
    expect([third.get('a') === first.get('a'), third.get('n') === first.get('n')]).toEqual([true, false]);
    const lit = flowNodes(
      { ...input, lookOf: () => ({ ...look, tone: 'lit' }) },
      first as Map<string, FlowNode>,
    );
    expect(lit.get('a')?.data.tone).toBe('lit');
  });
});
