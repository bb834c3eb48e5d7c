import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPart } from '../../../../../core/storage/sqlite/append-parts.ts';

const parts = (total: number): readonly number[] => {
  const sizes: number[] = [];
  for (let done = 0; done < total; ) {
    const end = nextPart(done, total);
    sizes.push(end - done);
    done = end;
  }
  return sizes;
};

describe('nextPart', () => {
  it('leaves a small append in one piece', () => {
    expect(parts(1)).toEqual([1]);
    expect(parts(7)).toEqual([7]);
  });

  it('begins small, grows, and ends small', () => {
    expect(parts(10)).toEqual([2, 4, 4]);
    expect(parts(100)).toEqual([2, 4, 6, 12, 24, 26, 13, 7, 4, 2]);
  });

  it('always goes on, never past the end, in parts of a bounded size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (total) => {
        const sizes = parts(total);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(32);
      }),
      { verbose: true },
    );
  });
});
