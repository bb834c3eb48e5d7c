import { expect, it } from 'vitest';
import { mapFinishReason } from '../../../../../core/providers/ollama/map-finish-reason.ts';

it.each([
  ['stop', false, 'stop'],
  ['stop', true, 'tool-calls'],
  ['length', false, 'length'],
  ['load', false, 'other'],
  [null, false, 'other'],
] as const)('%s with calls %s is %s', (raw, calls, unified) => {
  expect(mapFinishReason(raw, calls)).toEqual({ unified, raw });
});
