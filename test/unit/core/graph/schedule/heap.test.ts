import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeap } from '../../../../../core/graph/schedule/heap.ts';

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('push', 'push', 'pop', 'update', 'remove'),
    pick: fc.nat(100),
    rank: fc.nat(20),
  }),
  { maxLength: 100 },
);

describe('createHeap', () => {
  it('gives the first of all, whatever was put in, changed and taken out', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const ranks: number[] = [];
        const isBefore = (a: number, b: number) =>
          (ranks[a] as number) < (ranks[b] as number) || (ranks[a] === ranks[b] && a < b);
        const heap = createHeap(isBefore, []);
        const inside = new Set<number>();
        for (const { kind, pick, rank } of list) {
          const sorted = [...inside].sort((a, b) => (isBefore(a, b) ? -1 : 1));
          const chosen = sorted[pick % Math.max(1, sorted.length)];
          expect(heap.first()).toBe(sorted[0]);
          expect(heap.size()).toBe(inside.size);
          if (kind === 'push') {
            ranks.push(rank);
            inside.add(ranks.length - 1);
            heap.push(ranks.length - 1);
          } else if (kind === 'pop') {
            expect(heap.pop()).toBe(sorted[0]);
            inside.delete(sorted[0] as number);
          } else if (chosen !== undefined && kind === 'update') {
            ranks[chosen] = rank;
            heap.update(chosen);
          } else if (chosen !== undefined) {
            inside.delete(chosen);
            heap.remove(chosen);
          }
        }
      }),
      { numRuns: 500, verbose: true },
    );
  });
});
