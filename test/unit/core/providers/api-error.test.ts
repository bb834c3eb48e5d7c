import { describe, expect, it } from 'vitest';
import { type ApiFailure, apiError } from '../../../../core/providers/api-error.ts';
import { idleWire, SECRET } from './idle-wire.ts';

const codeOf = (failure: Partial<ApiFailure>) => apiError({ message: '', ...failure }, idleWire(), 0).code;

describe('apiError', () => {
  it.each([
    [{ status: 401 }, 'provider/auth'],
    [{ status: 403 }, 'provider/auth'],
    [{ type: 'authentication_error' }, 'provider/auth'],
    [{ status: 402 }, 'provider/quota'],
    [{ status: 429, code: 'insufficient_quota' }, 'provider/quota'],
    [{ status: 400, message: 'Your credit balance is too low.' }, 'provider/quota'],
    [{ status: 429 }, 'provider/rate-limited'],
    [{ type: 'rate_limit_error' }, 'provider/rate-limited'],
    [{ status: 404 }, 'provider/not-found'],
    [{ status: 400, code: 'model_not_found' }, 'provider/not-found'],
    [{ status: 400, code: 'context_length_exceeded' }, 'provider/context-length'],
    [{ status: 400, message: 'prompt is too long: 9 tokens > 5 maximum' }, 'provider/context-length'],
    [{ status: 400, code: 'content_filter' }, 'provider/content-filter'],
    [{ status: 529 }, 'provider/overloaded'],
    [{ status: 503 }, 'provider/overloaded'],
    [{ type: 'overloaded_error' }, 'provider/overloaded'],
    [{ status: 408 }, 'provider/timeout'],
    [{ status: 409 }, 'provider/server'],
    [{ status: 500, type: 'api_error' }, 'provider/server'],
    [{ status: 502 }, 'provider/server'],
    [{ status: 400 }, 'provider/invalid-request'],
    [{ status: 422 }, 'provider/invalid-request'],
    [{ status: 307 }, 'provider/invalid-request'],
    [{ code: 400, message: 'Token limit reached' }, 'provider/invalid-request'],
    [{ code: '429' }, 'provider/rate-limited'],
    [{ type: 'invalid_request_error', code: 'tool_use_failed' }, 'provider/invalid-request'],
  ] as const)('%j is %s', (failure, code) => {
    expect(codeOf(failure)).toBe(code);
  });

  it('tries again what it does not know', () => {
    const error = apiError({ message: 'something else' }, idleWire(), 0);
    expect(error.code).toBe('provider/server');
    expect(error.retryable).toBe(true);
  });

  it('does not take the words of a rate limit for those of a full context', () => {
    expect(codeOf({ status: 429, message: 'Rate limit for context length tokens per minute' })).toBe(
      'provider/rate-limited',
    );
  });

  it('says who refused, why, and what to do, without the key', () => {
    const error = apiError(
      { status: 401, type: 'x', code: 'y', message: `${SECRET} is wrong` },
      idleWire(),
      0,
    );
    expect(error.message).toBe('lab/model-1 at 127.0.0.1:8000 refused the call: (key) is wrong');
    expect(error.remedy).toBeTruthy();
    expect(error.data).toEqual({ host: '127.0.0.1:8000', status: 401, provider_code: 'x y' });
  });

  it('has something to say where the server said nothing, and shortens what is endless', () => {
    expect(apiError({ status: 500, message: ' ' }, idleWire(), 0).message).toContain('status 500');
    expect(apiError({ message: 'x'.repeat(100_000) }, idleWire(), 0).message.length).toBeLessThan(1_200);
  });
});
