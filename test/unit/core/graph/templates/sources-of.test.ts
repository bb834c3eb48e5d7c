import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { sourcesOf } from '../../../../../core/graph/templates/sources-of.ts';

describe('sourcesOf', () => {
  it('names what a node goes over or judges, not what its prompt names', () => {
    const { graph } = readGraph({
      nodes: [
        { id: '1', kind: 'map', over: 'a b', prompt: '{{x.output}}' },
        { id: '2', kind: 'reduce', over: '{{a.output}} {{b.output}} {{inputs.c}}' },
        { id: '3', kind: 'map' },
        { id: '4', kind: 'condition', input: 'of {{nodes["a b"].output}}' },
        { id: '5', kind: 'condition' },
        { id: '6', prompt: '{{x.output}}' },
      ],
    });
    expect(graph.nodes.map(sourcesOf)).toEqual([['a b'], ['a', 'b'], [], ['a b'], [], []]);
  });
});
