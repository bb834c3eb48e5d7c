import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles } from '../../../../core/graph/find-cycles.ts';
import { topologyOf } from '../../../../core/graph/topology.ts';
import { arbitraryGraph } from './sample-graphs.ts';

type Node = { readonly id: string; readonly deps: readonly string[] };
const cyclesOf = (nodes: readonly Node[]) => findCycles(nodes, topologyOf(nodes).rest);

/** Whether one node waits for another, by however many steps; the plain way. */
const reaches = (nodes: readonly Node[], from: string, to: string): boolean => {
  const seen = new Set<string>();
  const look = (id: string): boolean =>
    nodes
      .find((node) => node.id === id)
      ?.deps.some((dep) => {
        if (dep === to) return true;
        if (seen.has(dep)) return false;
        seen.add(dep);
        return look(dep);
      }) ?? false;
  return look(from);
};

describe('findCycles', () => {
  it('names one real cycle of every group, and none where there is none', () => {
    fc.assert(
      fc.property(arbitraryGraph, (nodes) => {
        const cycles = cyclesOf(nodes);
        for (const cycle of cycles) {
          expect(cycle.at(-1)).toBe(cycle[0]);
          cycle.slice(0, -1).forEach((id, index) => {
            expect(nodes.find((node) => node.id === id)?.deps).toContain(cycle[index + 1]);
          });
        }
        const onCycle = nodes.filter(({ id }) => reaches(nodes, id, id)).map(({ id }) => id);
        const groups = new Set(
          onCycle.map((id) =>
            onCycle
              .filter((other) => id === other || (reaches(nodes, id, other) && reaches(nodes, other, id)))
              .join(),
          ),
        );
        expect(cycles).toHaveLength(groups.size);
      }),
      { verbose: true },
    );
  });

  it('takes a cycle of 100,000', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => ({
      id: `${index}`,
      deps: [`${(index + 1) % 100_000}`],
    }));
    expect(cyclesOf(nodes)[0]).toHaveLength(100_001);
  });
});
