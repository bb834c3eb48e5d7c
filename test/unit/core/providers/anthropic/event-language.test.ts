import { APIError } from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { eventLanguage } from '../../../../../core/providers/anthropic/event-language.ts';

const { read, isEnd } = eventLanguage(new Headers());

const thrownBy = (name: string, data: string): unknown => {
  try {
    return { read: read({ name, data }) };
  } catch (thrown) {
    return thrown instanceof APIError ? thrown.error : thrown;
  }
};

describe('eventLanguage of Anthropic', () => {
  it('reads JSON, passes over signs of life and expects no closing mark', () => {
    expect(read({ name: 'message_stop', data: '{"type":"message_stop"}' })).toEqual({ type: 'message_stop' });
    expect(read({ name: 'ping', data: '{"type":"ping"}' })).toBeUndefined();
    expect(read({ name: 'content_block_delta', data: '' })).toBeUndefined();
    expect(isEnd({ name: 'message_stop', data: '{}' })).toBe(false);
    expect(thrownBy('message_stop', '{"a":')).toBeInstanceOf(SyntaxError);
  });

  it('throws the error of an event, be it an object or words', () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'busy' } };
    expect(thrownBy('error', JSON.stringify(error))).toEqual(error);
    expect(thrownBy('error', 'busy')).toBe('busy');
    expect(thrownBy('error', 'null')).toBe('null');
  });
});
