import { describe, expect, it } from 'vitest';
import {
  mapChatFinishReason,
  mapResponsesFinishReason,
} from '../../../../../core/providers/openai/map-finish-reason.ts';

describe('mapChatFinishReason', () => {
  it.each([
    ['stop', false, 'stop'],
    ['stop', true, 'tool-calls'],
    ['length', true, 'length'],
    ['tool_calls', true, 'tool-calls'],
    ['function_call', false, 'tool-calls'],
    ['content_filter', false, 'content-filter'],
    ['error', false, 'error'],
    ['something_new', false, 'other'],
    ['', false, 'other'],
    ['constructor', false, 'other'],
    [null, false, 'other'],
  ] as const)('%s with calls %s is %s, and keeps the word', (raw, calls, unified) => {
    expect(mapChatFinishReason(raw, calls)).toEqual({ unified, raw });
  });
});

describe('mapResponsesFinishReason', () => {
  it.each([
    ['completed', '', false, 'stop'],
    ['completed', '', true, 'tool-calls'],
    ['incomplete', 'max_output_tokens', false, 'length'],
    ['incomplete', 'content_filter', false, 'content-filter'],
    ['queued', '', false, 'other'],
    [null, '', false, 'other'],
  ] as const)('%s (%s) with calls %s is %s', (status, reason, calls, unified) => {
    expect(mapResponsesFinishReason(status, reason, calls)).toEqual({ unified, raw: status });
  });
});
