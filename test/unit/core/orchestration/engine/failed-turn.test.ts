import { expect, it } from 'vitest';
import { failedTurn } from '../../../../../core/orchestration/engine/failed-turn.ts';
import { foldSession } from '../../../../../core/orchestration/engine/fold.ts';
import { stateAfter } from './fold-bench.ts';

const error = { code: 'session/stopped', message: 'It was stopped.' };

it('is a turn without an answer, before any call too', () => {
  const { turn } = stateAfter('turn-started');
  expect(failedTurn(turn(), error)).toMatchObject({
    type: 'turn-failed',
    data: { agent: 'Athena', round: 1, text: '', reason: 'It was stopped.', error, attempts: 0 },
  });
});

it('keeps the text that was seen', () => {
  const { state, turn } = stateAfter('call-started');
  const { call_id, task_id } = turn().calls[0]?.started ?? { call_id: '', task_id: '' };
  const outcome = { kind: 'abandoned', reason: 'stopped', partial_text: 'Half an ans' } as const;
  foldSession(state, { type: 'call-ended', data: { call_id, task_id, outcome } }, 90);
  expect(failedTurn(turn(), error)).toMatchObject({ data: { text: 'Half an ans', at: 90, attempts: 1 } });
});
