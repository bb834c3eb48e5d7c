import { APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { eventLanguage } from '../../../../../core/providers/openai/event-language.ts';

const { read, isEnd } = eventLanguage(new Headers());

const thrownBy = (name: string, data: string): unknown => {
  try {
    return { read: read({ name, data }) };
  } catch (thrown) {
    return thrown instanceof APIError ? thrown.error : thrown;
  }
};

describe('eventLanguage of OpenAI', () => {
  it('reads JSON and knows the closing mark', () => {
    expect(read({ name: '', data: '{"a":1,"error":null}' })).toEqual({ a: 1, error: null });
    expect(isEnd({ name: '', data: '[DONE]' })).toBe(true);
    expect(isEnd({ name: '', data: '{}' })).toBe(false);
    expect(thrownBy('', '{"a":')).toBeInstanceOf(SyntaxError);
  });

  it('throws the error of an event, by its name or by what it holds', () => {
    expect(thrownBy('', '{"error":{"message":"full"}}')).toEqual({ message: 'full' });
    expect(thrownBy('error', '{"error":{"message":"full"}}')).toEqual({ message: 'full' });
    expect(thrownBy('error', '{"code":"server_error"}')).toEqual({ code: 'server_error' });
    expect(thrownBy('', '{"error":"full"}')).toBe('full');
    expect(thrownBy('error', 'null')).toEqual({});
  });
});
