import fc from 'fast-check';
import { expect, it } from 'vitest';
import { popFrom, pushOnto } from '../../../../../../core/orchestration/protocols/workflow/time-heap.ts';

it('gives the earliest first, and of equal times what came first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const heap: { time: number; order: number }[] = [];
      const items = times.map((time, order) => ({ time, order }));
      for (const item of items) pushOnto(heap, item);
      const out = items.map(() => popFrom(heap));
      expect(out).toEqual(items.toSorted((a, b) => a.time - b.time || a.order - b.order));
      expect(popFrom(heap)).toBeUndefined();
    }),
  );
});
