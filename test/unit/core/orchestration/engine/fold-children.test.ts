import { expect, it } from 'vitest';
import { foldChildEnded, foldChildStarted } from '../../../../../core/orchestration/engine/fold-children.ts';
import { childDone } from '../protocols/workflow/drive-workflow.ts';
import { stateAfter } from './fold-bench.ts';

const started = {
  node: 'talk',
  session_id: 'c',
  specification: {},
  reserved_tokens: 500,
  reserved_micro_usd: 70,
};

it('reserves what a session inside may spend until it has ended, and counts what it spent', () => {
  const { state } = stateAfter('session-created');
  foldChildStarted(state, started);
  expect(state).toMatchObject({ reservedTokens: 500, reservedMicroUsd: 70 });
  expect(state.children.size).toBe(1);
  const totals = { usd: 0.25, tokens: { input: 100, output: 20 }, calls: 4, repeated_calls: 1 };
  foldChildEnded(state, { ...childDone('talk', 'Yes.'), session_id: 'c', totals });
  expect(state).toMatchObject({ reservedTokens: 0, reservedMicroUsd: 0, stub: true });
  expect(state.totals).toEqual({
    microUsd: 250_000,
    inputTokens: 100,
    outputTokens: 20,
    calls: 4,
    repeatedCalls: 1,
  });
  expect(state.children.size).toBe(0);
});

it('knows no cost any more once that of a session inside is unknown', () => {
  const { state } = stateAfter('session-created');
  foldChildStarted(state, started);
  const totals = { usd: null, tokens: { input: 1, output: 1 }, calls: 1, repeated_calls: 0 };
  foldChildEnded(state, { ...childDone('talk', ''), session_id: 'c', totals });
  expect(state.totals.microUsd).toBeNull();
});

it('counts no end twice, and none of a session that it did not start', () => {
  const { state } = stateAfter('session-created');
  foldChildEnded(state, { ...childDone('talk', ''), session_id: 'strange' });
  expect(state.totals.calls).toBe(0);
});
