import { describe, expect, it } from 'vitest';
import { fillCriticalPath } from '../../../../../core/graph/schedule/critical-path.ts';
import { createEdges } from '../../../../../core/graph/schedule/edges.ts';

const ways = (
  weights: readonly number[],
  pairs: readonly (readonly [number, number])[],
  from = 0,
  behind = 0,
) => {
  const edges = createEdges();
  edges.grow(weights.length);
  for (const [dep, node] of pairs) edges.add(dep, node, 0);
  const found = Float64Array.from(weights);
  fillCriticalPath(found, { edges, from, to: weights.length, behind });
  return [...found];
};

describe('fillCriticalPath', () => {
  it('adds up the longest way to an end', () => {
    expect(
      ways(
        [1, 2, 3, 4],
        [
          [0, 1],
          [0, 2],
          [1, 3],
        ],
      ),
    ).toEqual([7, 6, 3, 4]);
  });

  it('counts what is left behind the parent, and leaves nodes before the batch alone', () => {
    expect(ways([9, 1, 1], [[1, 2]], 1, 10)).toEqual([9, 12, 11]);
  });

  it('gives nodes on a cycle, and behind one, their own weight', () => {
    expect(
      ways(
        [1, 1, 5, 2],
        [
          [0, 1],
          [1, 0],
          [1, 2],
        ],
      ),
    ).toEqual([1, 1, 5, 2]);
  });
});
