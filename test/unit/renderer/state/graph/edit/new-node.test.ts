import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import {
  freshId,
  idsOf,
  nodeFrom,
  nodePatterns,
  withNewGraph,
} from '../../../../../../renderer/state/graph/edit/new-node.ts';

describe('freshId', () => {
  it('takes the word, else the first free number', () => {
    expect(freshId('Task', new Set())).toBe('task');
    expect(freshId('Task', new Set(['task', 'task-2']))).toBe('task-3');
    expect(freshId('  Ärger & Co. ', new Set())).toBe('ärger-co');
    expect(freshId('!!', new Set())).toBe('node');
  });
});

describe('nodePatterns', () => {
  it.each(nodePatterns.map((pattern) => [pattern.word, pattern] as const))(
    '%s is read without a problem but what it still lacks',
    (_, pattern) => {
      const { graph, problems } = readGraph({
        nodes: [{ id: 'new', ...pattern.data }],
        graphs: { part: { nodes: [{ id: 'first' }] } },
      });
      // A list is chosen by its first wire.
      const lacks = problems.filter(({ message }) => !/has no (over|bound)/.test(message));
      expect(lacks).toEqual([]);
      expect(graph.nodes[0]?.kind).toBe(pattern.data['kind'] ?? 'task');
      expect(nodeFrom({ id: 'new', ...pattern.data })?.id).toBe('new');
    },
  );
});

describe('withNewGraph', () => {
  it('adds a graph under a name of its own', () => {
    const { graph } = readGraph({ nodes: [{ id: 'a' }] });
    const one = withNewGraph(graph);
    const two = withNewGraph(one.file);
    expect([one.name, two.name]).toEqual(['part', 'part-2']);
    expect(idsOf(two.file.graphs['part-2'] ?? graph)).toEqual(new Set(['first']));
  });
});
