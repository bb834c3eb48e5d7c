import { describe, expect, it } from 'vitest';
import {
  roundStarted,
  turnEnded,
  turnFailed,
  turnStarted,
} from '../../../../../core/contract/events/turns.ts';
import { turn } from '../../../../../core/contract/turn.ts';
import { round, turnStarted as startedDraft, taskId } from '../../projections/session-log.ts';

describe('turn events', () => {
  it('ends a turn with the turn itself', () => {
    expect(turnEnded).toBe(turn);
  });

  it('names the speakers of a round in order', () => {
    const { data } = round(1);
    expect(roundStarted.parse(data)).toEqual(data);
    expect(roundStarted.safeParse({ ...data, order: 'random' }).success).toBe(false);
  });

  it('starts a turn at a place in its round', () => {
    const { data } = startedDraft(1, 0);
    expect(turnStarted.parse(data)).toEqual(data);
    expect(turnStarted.safeParse({ ...data, speaker_index: undefined }).success).toBe(false);
  });

  it('keeps the text of a failed turn and the error', () => {
    const failed = {
      task_id: taskId(1, 0),
      round: 1,
      speaker_index: 0,
      agent: 'Athena',
      kind: 'rebuttal',
      text: 'I th',
      reason: 'Down.',
      at: 5,
      error: { code: 'provider/server', message: 'Down.' },
      attempts: 2,
    };
    expect(turnFailed.parse(failed)).toEqual(failed);
    expect(turnFailed.safeParse({ ...failed, text: undefined }).success).toBe(false);
  });
});
