import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfidence } from '../../../../../core/agents/reading/read-confidence.ts';

describe('readConfidence', () => {
  it.each([
    [0.8, 0.8],
    ['0.8', 0.8],
    ['.85', 0.85],
    ['0,75', 0.75],
    ['1', 1],
    ['0', 0],
    ['1.0 (certain)', 1],
    ['80%', 0.8],
    ['80 %', 0.8],
    ['62.5 percent', 0.625],
    ['8/10', 0.8],
    ['4 / 5', 0.8],
    ['8 out of 10', 0.8],
    ['85', 0.85],
    ['7', 0.7],
    [85, 0.85],
    ['~0.7', 0.7],
    ['**0.9**', 0.9],
    ['about 0.6', null],
    ['high', 0.85],
    ['Very high.', 0.95],
    ['moderate', 0.6],
    ['low, because', 0.3],
  ])('reads %j as %j', (value, confidence) => {
    expect(readConfidence(value)).toBe(confidence);
  });

  it.each([
    ['none'],
    [''],
    ['120%'],
    ['-0.5'],
    ['3/2'],
    ['5/0'],
    [Number.NaN],
    [-1],
    [101],
    [null],
    [undefined],
    [{}],
    [['0.5']],
    ['.'],
    ['1e9'],
  ])('takes %j for no confidence', (value) => {
    expect(readConfidence(value)).toBeNull();
  });

  it('gives a number from 0 to 1 or null for anything', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readConfidence(value);
        expect(read === null || (read >= 0 && read <= 1)).toBe(true);
      }),
    );
  });
});
