import { expect, it } from 'vitest';
import { usageOf } from '../../../../core/providers/usage-of.ts';

it('keeps a count of 0 and has no key for an unknown one', () => {
  const usage = usageOf({ input: 0, output: undefined, cached_read: 3 });
  expect(usage).toEqual({ input: 0, cached_read: 3 });
  expect(Object.keys(usage)).toEqual(['input', 'cached_read']);
});
