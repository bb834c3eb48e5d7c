import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDiff,
  diffOf,
  type GraphDiff,
  reverseDiff,
  squashDiffs,
} from '../../../../../core/graph/editing/graph-diff.ts';
import type { Graph } from '../../../../../core/graph/graph.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

const node = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
    prompt: fc.constantFrom('x', 'y'),
    deps: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  },
  { requiredKeys: ['id'] },
);
/** Broken graphs too: ids may be used twice. */
const graphs = fc
  .record(
    {
      nodes: fc.array(node, { maxLength: 6 }),
      name: fc.constantFrom('one', 'two'),
      inputs: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom('1', '2')),
      says: fc.constantFrom('s', 't'),
      graphs: fc.dictionary(
        fc.constantFrom('g', 'h'),
        fc.record({ nodes: fc.array(node, { maxLength: 2 }) }),
      ),
    },
    { requiredKeys: ['nodes'] },
  )
  .map((value) => readGraph(value).graph);
/** The order of keys too. */
const shown = (graph: Graph) => JSON.stringify([graph, Object.entries(graph.graphs)]);
const ordered = (graph: Graph) => shown({ ...graph, inputs: sorted(graph.inputs), extra: {} });
const sorted = (record: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

describe('diffOf, applyDiff, reverseDiff, squashDiffs', () => {
  it('lead to the graph that is rebuilt from zero, there and back, step by step and in one', () => {
    fc.assert(
      fc.property(fc.array(graphs, { minLength: 2, maxLength: 6 }), (states) => {
        const [start, ...rest] = states as [Graph, ...Graph[]];
        let at = start;
        let all: GraphDiff = {};
        const steps: GraphDiff[] = [];
        for (const next of rest) {
          const diff = diffOf(at, next);
          at = applyDiff(at, diff);
          expect(ordered(at)).toBe(ordered(next));
          all = squashDiffs(all, diff);
          steps.push(diff);
        }
        expect(ordered(applyDiff(start, all))).toBe(ordered(at));
        expect(ordered(applyDiff(at, reverseDiff(all)))).toBe(ordered(start));
        for (const step of steps.reverse()) at = applyDiff(at, reverseDiff(step));
        expect(ordered(at)).toBe(ordered(start));
        expect(squashDiffs(all, reverseDiff(all))).toEqual({});
      }),
      { numRuns: 1000, verbose: true },
    );
  });

  it('is empty where only objects differ, and keeps the objects of what is not named', () => {
    const value = { nodes: [{ id: 'a' }, { id: 'b' }], inputs: { x: '1' } };
    const before = readGraph(value).graph;
    expect(diffOf(before, readGraph(value).graph)).toEqual({});
    const after = readGraph({ ...value, nodes: [{ id: 'a' }, { id: 'b', prompt: 'new' }] }).graph;
    const diff = diffOf(before, after);
    expect(Object.keys(diff)).toEqual(['nodes']);
    expect(applyDiff(before, diff).nodes[0]).toBe(before.nodes[0]);
    expect(applyDiff(before, diff).inputs).toBe(before.inputs);
  });
});
