import { APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { failureOf, mapError } from '../../../../../core/providers/openai/map-error.ts';
import { idleWire } from '../idle-wire.ts';

describe('failureOf', () => {
  it.each([
    [{ message: 'm', type: 't', code: 'c' }, 'm'],
    [{ detail: 'd' }, 'd'],
    ['bare text', 'bare text'],
    [null, 'fallback'],
    [{ message: 5 }, 'fallback'],
  ])('finds the words in %j', (error, message) => {
    expect(failureOf(error, 'fallback').message).toBe(message);
  });
});

describe('mapError', () => {
  it('maps an error of the SDK by its status and words', () => {
    const thrown = APIError.generate(
      404,
      { error: { message: 'no such model', code: 'model_not_found' } },
      '',
      new Headers(),
    );
    expect(mapError(thrown, idleWire(), 0)).toMatchObject({
      code: 'provider/not-found',
      message: expect.stringContaining('no such model'),
    });
  });

  it('knows nothing of other errors', () => {
    expect(mapError(new Error('x'), idleWire(), 0)).toBeNull();
  });
});
