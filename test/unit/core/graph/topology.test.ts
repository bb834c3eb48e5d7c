import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topologyOf } from '../../../../core/graph/topology.ts';
import { arbitraryGraph } from './sample-graphs.ts';

describe('topologyOf', () => {
  it('puts every node behind its dependencies and leaves out only what waits for a cycle', () => {
    fc.assert(
      fc.property(arbitraryGraph, (nodes) => {
        const { order, levels, rest } = topologyOf(nodes);
        expect([...order, ...rest].sort()).toEqual(nodes.map(({ id }) => id).sort());
        const place = new Map(order.map((id, index) => [id, index]));
        for (const { id, deps } of nodes) {
          const at = place.get(id);
          if (at === undefined) expect(deps.some((dep) => rest.includes(dep))).toBe(true);
          else for (const dep of deps) expect(place.get(dep)).toBeLessThan(at);
          if (at !== undefined)
            expect(levels.get(id)).toBe(Math.max(-1, ...deps.map((dep) => levels.get(dep) ?? -1)) + 1);
        }
      }),
      { verbose: true },
    );
  });

  it('takes a chain of 100,000', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => ({
      id: `${index}`,
      deps: index === 0 ? [] : [`${index - 1}`],
    }));
    const { order, levels } = topologyOf(nodes);
    expect(order).toHaveLength(100_000);
    expect(levels.get('99999')).toBe(99_999);
  });

  it('passes over dependencies that are not there', () => {
    expect(topologyOf([{ id: 'a', deps: ['nowhere'] }]).order).toEqual(['a']);
  });
});
