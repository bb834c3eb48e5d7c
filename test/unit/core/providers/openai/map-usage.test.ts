import { describe, expect, it } from 'vitest';
import { mapChatUsage, mapResponsesUsage } from '../../../../../core/providers/openai/map-usage.ts';

describe('mapChatUsage', () => {
  it('takes the counts as they are', () => {
    expect(
      mapChatUsage({
        prompt_tokens: 10,
        completion_tokens: 30,
        total_tokens: 40,
        prompt_tokens_details: { cached_tokens: 4 },
        completion_tokens_details: { reasoning_tokens: 20 },
      }),
    ).toEqual({ input: 10, output: 30, cached_read: 4, reasoning: 20 });
  });

  it('adds reasoning that stands beside the output', () => {
    const usage = { prompt_tokens: 12, completion_tokens: 2, total_tokens: 334 };
    expect(mapChatUsage({ ...usage, completion_tokens_details: { reasoning_tokens: 320 } })).toEqual({
      input: 12,
      output: 322,
      reasoning: 320,
    });
  });

  it('reads the cache count of DeepSeek', () => {
    expect(mapChatUsage({ prompt_tokens: 10, prompt_cache_hit_tokens: 8 })).toEqual({
      input: 10,
      cached_read: 8,
    });
  });

  it('knows nothing of what was not reported', () => {
    expect(mapChatUsage(null)).toEqual({});
    expect(mapChatUsage({ prompt_tokens: null, completion_tokens: -1 })).toEqual({});
  });
});

describe('mapResponsesUsage', () => {
  it('takes the counts as they are, and none for none', () => {
    expect(
      mapResponsesUsage({
        input_tokens: 10,
        output_tokens: 30,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens_details: { reasoning_tokens: 20 },
      }),
    ).toEqual({ input: 10, output: 30, cached_read: 0, reasoning: 20 });
    expect(mapResponsesUsage(undefined)).toEqual({});
  });
});
