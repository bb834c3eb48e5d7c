import { expect, it } from 'vitest';
import { initialState } from '../../../../../core/orchestration/engine/initial-state.ts';
import { createdWith } from '../../../../support/cast.ts';

it('begins with nothing spent, nothing open, and every agent by its name', () => {
  const state = initialState('s', createdWith(), 42);
  expect(state.totals).toEqual({ microUsd: 0, inputTokens: 0, outputTokens: 0, calls: 0, repeatedCalls: 0 });
  expect(state.open.size).toBe(0);
  expect(state.lastAt).toBe(42);
  expect(state.references.get('Apollo')).toBe('Apollo@1.0.0');
});
