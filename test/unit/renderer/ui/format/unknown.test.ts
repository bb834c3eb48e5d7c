import { expect, it } from 'vitest';
import { UNKNOWN } from '../../../../../renderer/ui/format/unknown.ts';

it('is an en dash, which nobody reads as a number', () => {
  expect(UNKNOWN).toBe('\u2013');
});
