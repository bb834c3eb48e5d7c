import { APIError } from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { mapError } from '../../../../../core/providers/anthropic/map-error.ts';
import { idleWire } from '../idle-wire.ts';

const thrown = (status: number | undefined, body: unknown) =>
  new APIError(status, body as object, undefined, new Headers());

describe('mapError', () => {
  it.each([
    [
      529,
      { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
      'provider/overloaded',
      'Overloaded',
    ],
    [
      undefined,
      { error: { type: 'rate_limit_error', message: 'Slow down' } },
      'provider/rate-limited',
      'Slow down',
    ],
    [500, 'a bare text', 'provider/server', 'a bare text'],
    [403, { error: 'forbidden here' }, 'provider/auth', 'forbidden here'],
  ])('status %s with %j', (status, body, code, words) => {
    const error = mapError(thrown(status, body), idleWire(), 0);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('knows nothing of other errors', () => {
    expect(mapError(new Error('x'), idleWire(), 0)).toBeNull();
  });
});
