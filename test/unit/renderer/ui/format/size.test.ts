import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../../../renderer/ui/format/size.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [7_100_000, '7.1 MB'],
    [340_000_000, '340 MB'],
    [999_600, '1.0 MB'],
    [5_000_000_000_000_000, '5000 TB'],
  ])('shows %s as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
