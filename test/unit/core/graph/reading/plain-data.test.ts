import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../../core/contract/index.ts';
import { isPlainData, isText } from '../../../../../core/graph/reading/plain-data.ts';

describe('isText', () => {
  it('is a text that can be stored', () => {
    expect(isText('ab', 2)).toBe(true);
    expect([isText('abc', 2), isText('\0', 2), isText('\ud800', 2), isText(1, 2)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('isPlainData', () => {
  it('is data that the log takes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        if (isPlainData(value)) expect(() => canonicalJson(value)).not.toThrow();
      }),
      { verbose: true },
    );
    expect(isPlainData({ a: [1, 'x', null, true, { b: {} }] })).toBe(true);
  });

  it('is not too deep, and holds no text that cannot be stored, as a name neither', () => {
    const deep = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect([isPlainData(deep(60)), isPlainData(deep(70)), isPlainData(deep(100_000))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([
      isPlainData({ '\0': 1 }),
      isPlainData(['\ud800']),
      isPlainData(Number.NaN),
      isPlainData(undefined),
    ]).toEqual([false, false, false, false]);
  });
});
