import { expect, it } from 'vitest';
import { countText, durationText, plural, usdText } from '../../../../cli/transcript/figures.ts';

it('writes figures with as many digits as matter, and never an unknown as zero', () => {
  expect([null, 0, 0.00431, 0.5, 12.4].map(usdText)).toEqual(['–', '$0', '$0.0043', '$0.50', '$12.40']);
  expect([0.000027, 0.0009, 0.0000004].map(usdText)).toEqual(['$0.000027', '$0.0009', '$0.000001']);
  expect([null, 0, 1234567].map(countText)).toEqual(['–', '0', '1,234,567']);
  expect([0.4, 840, 2_100, 59_960, 192_000].map(durationText)).toEqual([
    '0 ms',
    '840 ms',
    '2.1 s',
    '60.0 s',
    '3 m 12 s',
  ]);
  expect([plural(1, 'turn'), plural(2, 'turn'), plural(0, 'turn')]).toEqual(['1 turn', '2 turns', '0 turns']);
});
