import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, chanceBits, pick, shuffled } from '../../../../core/effects/chance.ts';

describe('chanceBits', () => {
  /** Sessions on disk were run with these; another value would make every one of them replay differently. */
  it.each<[number, readonly (string | number)[], number]>([
    [0, [], 3_073_469_649],
    [7, [], 1_553_408_481],
    [7, [1, 'Athena', 'stance'], 2_109_638_796],
    [7, [1, 'Athena', 'stancE'], 4_159_359_116],
    [Number.MAX_SAFE_INTEGER, ['\u00e9', '\ud83d\ude00'], 1_438_098_063],
  ])('of %i and %j stays what it was', (seed, parts, bits) => {
    expect(chanceBits(seed, ...parts)).toBe(bits);
  });

  it('tells parts apart by their borders and not only by their letters', () => {
    expect(chanceBits(1, 'ab', 'c')).not.toBe(chanceBits(1, 'a', 'bc'));
    expect(chanceBits(1, 'a', '')).not.toBe(chanceBits(1, 'a'));
    expect(chanceBits(1, 2)).toBe(chanceBits(1, '2'));
  });

  it('is 32 unsigned bits, the same for the same parts', () => {
    const parts = fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 5 });
    fc.assert(
      fc.property(fc.maxSafeNat(), parts, (seed, list) => {
        const bits = chanceBits(seed, ...list);
        expect(Number.isInteger(bits) && bits >= 0 && bits < 2 ** 32).toBe(true);
        expect(chanceBits(seed, ...list)).toBe(bits);
      }),
      { verbose: true },
    );
  });
});

describe('chance', () => {
  /** Largest distance of the observed shares of 16 equal parts of [0, 1) from 1/16, over 16,000 draws. */
  const unevenness = (draw: (index: number) => number): number => {
    const counts = new Array<number>(16).fill(0);
    for (let index = 0; index < 16_000; index += 1) {
      const part = Math.floor(draw(index) * 16);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    return Math.max(...counts.map((count) => Math.abs(count - 1_000)));
  };

  it('is even over seeds, over rounds, and over agents that differ by a letter', () => {
    // Four standard deviations of a count are 122.
    expect(unevenness((index) => chance(index, 1, 'Athena', 'order'))).toBeLessThan(130);
    expect(unevenness((index) => chance(7, index, 'Athena', 'order'))).toBeLessThan(130);
    expect(unevenness((index) => chance(7, 1, `Agent${index}`, 'order'))).toBeLessThan(130);
  });

  it('does not go along with its neighbours', () => {
    let sum = 0;
    for (let index = 0; index < 10_000; index += 1) {
      sum += (chance(index, 'a') - 0.5) * (chance(index + 1, 'a') - 0.5);
    }
    // A correlation of 0.04 would be four standard deviations; a variance is 1/12.
    expect(Math.abs((sum / 10_000) * 12)).toBeLessThan(0.04);
  });
});

describe('pick', () => {
  it('gives each item its share, and nothing of nothing', () => {
    expect(pick([], 7)).toBeUndefined();
    const counts = new Map<string, number>();
    for (let index = 0; index < 3_000; index += 1) {
      const item = pick(['a', 'b', 'c'], 7, index) ?? 'none';
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    for (const item of ['a', 'b', 'c']) expect(Math.abs((counts.get(item) ?? 0) - 1_000)).toBeLessThan(110);
    expect(counts.size).toBe(3);
  });
});

describe('shuffled', () => {
  it('holds the same items, leaves the list alone, and is the same for the same parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.maxSafeNat(), (items, seed) => {
        const before = [...items];
        const order = shuffled(items, seed, 'round', 1);
        expect(items).toEqual(before);
        expect(order.toSorted()).toEqual(items.toSorted());
        expect(shuffled(items, seed, 'round', 1)).toEqual(order);
      }),
      { verbose: true },
    );
  });

  it('gives every order its share', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed += 1) {
      const order = shuffled(['a', 'b', 'c'], seed, 'round').join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(125);
  });
});
