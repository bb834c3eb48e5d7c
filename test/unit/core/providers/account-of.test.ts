import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../../core/providers/account-of.ts';

const settings = {
  entries: {
    lab: {
      type: 'openai-compatible' as const,
      base_url: 'http://127.0.0.1:1/v1',
      limits: { requests_per_minute: 3, tokens_per_minute: 900 },
    },
  },
};

describe('accountOf', () => {
  it('is the provider part with the limits of its entry', () => {
    expect(accountOf('lab/qwen/2.5', settings)).toEqual({
      account: 'lab',
      limits: { requestsPerMinute: 3, tokensPerMinute: 900 },
      isolated: false,
    });
    expect(accountOf('openai/gpt-4o', settings)).toEqual({ account: 'openai', limits: {}, isolated: false });
  });

  it('sets the stubs apart and lets a call say what is wrong with an unknown name', () => {
    expect(accountOf('stub/echo', settings)).toMatchObject({ account: 'stub', isolated: true });
    expect(accountOf('nobody/x', settings)).toEqual({ account: 'nobody', limits: {}, isolated: false });
  });
});
