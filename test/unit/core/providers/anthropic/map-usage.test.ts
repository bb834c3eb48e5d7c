import { expect, it } from 'vitest';
import { mapUsage } from '../../../../../core/providers/anthropic/map-usage.ts';

it('counts all that was read as input, with what came from the cache and went into it', () => {
  expect(
    mapUsage({
      input_tokens: 30,
      cache_read_input_tokens: 7,
      cache_creation_input_tokens: 5,
      output_tokens: 21,
      output_tokens_details: { thinking_tokens: 4 },
    }),
  ).toEqual({ input: 42, output: 21, cached_read: 7, cached_write: 5, reasoning: 4 });
});

it('has no counts for what was not reported', () => {
  expect(mapUsage({ input_tokens: 30 })).toEqual({ input: 30 });
  expect(mapUsage({ cache_read_input_tokens: 7 })).toEqual({ cached_read: 7 });
  expect(mapUsage({})).toEqual({});
});
