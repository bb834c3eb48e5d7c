import { expect, it } from 'vitest';
import { buildFailure } from '../../../../scripts/build/build-failure.mjs';

it('buildFailure says what failed and why, without colours', () => {
  const error = new Error('\u001b[31mCould not resolve\u001b[0m ./gone.ts\n');
  expect(buildFailure('the screens', error)).toBe('building the screens failed: Could not resolve ./gone.ts');
  expect(buildFailure('the screens', 'odd')).toBe('building the screens failed: odd');
});
