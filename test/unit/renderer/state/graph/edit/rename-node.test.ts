import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '../../../../../../core/graph/index.ts';
import { renameNode } from '../../../../../../renderer/state/graph/edit/rename-node.ts';

const { graph } = readGraph({
  nodes: [{ id: 'a' }, { id: 'b', prompt: 'Join {{a.output}}', deps: ['a'] }],
});

describe('renameNode', () => {
  it('changes an id everywhere, so that nothing becomes wrong', () => {
    const next = renameNode(graph, 'a', 'first step');
    expect(next.nodes[1]).toMatchObject({
      prompt: 'Join {{nodes["first step"].output}}',
      deps: ['first step'],
    });
    expect(checkGraph(next).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes the output of the graph along', () => {
    expect(renameNode({ ...graph, output: 'b' }, 'b', 'c').output).toBe('c');
  });

  it('does nothing where the id is taken, empty or the same', () => {
    for (const next of ['b', '', 'a']) expect(renameNode(graph, 'a', next)).toBe(graph);
  });
});
