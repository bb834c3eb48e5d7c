import { describe, expect, it } from 'vitest';
import { readTextTest, textTestAsData } from '../../../../../core/graph/reading/text-test.ts';

describe('readTextTest, textTestAsData', () => {
  it.each([
    { contains: 'x' },
    { equals: '' },
    { matches: 'a|b' },
    { above: -1.5 },
    { below: 0 },
    { empty: true },
  ])('reads and writes %j', (value) => {
    const test = readTextTest(value);
    expect(test && textTestAsData(test)).toEqual(value);
  });

  it.each<unknown>([
    {},
    { contains: '' },
    { matches: 'x'.repeat(2001) },
    { above: '1' },
    { below: Number.NaN },
    { empty: false },
    { contains: 'x', above: 1 },
    { constructor: 'x' },
    'x',
    null,
  ])('reads no test out of %j', (value) => {
    expect(readTextTest(value)).toBeUndefined();
  });
});
