import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOutOfOrder } from '../../../../../core/graph/checking/ancestry.ts';
import { topologyOf } from '../../../../../core/graph/topology.ts';
import { arbitraryGraph } from '../sample-graphs.ts';

describe('pairsOutOfOrder', () => {
  it('names exactly the pairs of which the first need not have ended', () => {
    fc.assert(
      fc.property(arbitraryGraph, (list) => {
        const nodes = new Map(list.map((node) => [node.id, node]));
        const topology = topologyOf(list);
        const { order } = topology;
        const ancestors = new Map<string, Set<string>>();
        for (const id of order) {
          const deps = nodes.get(id)?.deps ?? [];
          ancestors.set(id, new Set(deps.flatMap((dep) => [dep, ...(ancestors.get(dep) ?? [])])));
        }
        const pairs = list.flatMap(({ id: before }) => list.map(({ id: after }) => ({ before, after })));
        const known = ({ before, after }: { before: string; after: string }) =>
          ancestors.has(before) && ancestors.has(after) && !ancestors.get(after)?.has(before);
        const shown = (pair: { before: string; after: string }) => `${pair.before} ${pair.after}`;
        expect(pairsOutOfOrder(pairs, nodes, topology).map(shown).sort()).toEqual(
          pairs.filter(known).map(shown).sort(),
        );
      }),
      { verbose: true },
    );
  });

  it('answers for a chain in which each of 10,000 names the one 100 before', () => {
    const list = Array.from({ length: 10_000 }, (_, at) => ({
      id: `${at}`,
      deps: at === 0 ? [] : [`${at - 1}`],
    }));
    const nodes = new Map(list.map((node) => [node.id, node]));
    const pairs = list.slice(100).map(({ id }, at) => ({ before: `${at}`, after: id }));
    expect(pairsOutOfOrder(pairs, nodes, topologyOf(list))).toEqual([]);
    const backwards = pairs.map(({ before, after }) => ({ before: after, after: before }));
    expect(pairsOutOfOrder(backwards, nodes, topologyOf(list))).toHaveLength(pairs.length);
  });
});
