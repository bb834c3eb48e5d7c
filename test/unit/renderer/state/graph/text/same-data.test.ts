import { describe, expect, it } from 'vitest';
import { isPlainMap, sameData } from '../../../../../../renderer/state/graph/text/same-data.ts';

describe('sameData', () => {
  it('minds values and not the order of keys', () => {
    expect(sameData({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true);
    for (const [one, other] of [
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: undefined }, { b: undefined }],
      [
        [1, 2],
        [2, 1],
      ],
      [[], {}],
      [null, {}],
      ['1', 1],
    ]) {
      expect(sameData(one, other)).toBe(false);
    }
  });

  it('knows a map from everything else', () => {
    expect([{}, [], null, 'x'].map(isPlainMap)).toEqual([true, false, false, false]);
  });
});
