import { expect, it } from 'vitest';
import { mapFinishReason } from '../../../../../core/providers/anthropic/map-finish-reason.ts';

it.each([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['tool_use', 'tool-calls'],
  ['refusal', 'content-filter'],
  ['pause_turn', 'other'],
  ['toString', 'other'],
  [null, 'other'],
] as const)('%s is %s', (raw, unified) => {
  expect(mapFinishReason(raw)).toEqual({ unified, raw });
});
