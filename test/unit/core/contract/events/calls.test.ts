import { describe, expect, it } from 'vitest';
import {
  callEnded,
  callOutcome,
  callStarted,
  chatMessage,
  costRecorded,
  promptSection,
} from '../../../../../core/contract/events/calls.ts';
import { cost, callStarted as startedDraft } from '../../projections/session-log.ts';

describe('calls', () => {
  it('has three outcomes, each with its own facts', () => {
    expect(
      callOutcome.safeParse({
        kind: 'failed',
        error: { code: 'x', message: 'y', retryable: true },
        partial_text: '',
      }).success,
    ).toBe(true);
    expect(callOutcome.safeParse({ kind: 'abandoned', reason: 'paused', partial_text: 'I th' }).success).toBe(
      true,
    );
    expect(callOutcome.safeParse({ kind: 'answered', partial_text: '' }).success).toBe(false);
    expect(callOutcome.safeParse({ kind: 'lost' }).success).toBe(false);
    expect(
      callEnded.safeParse({
        call_id: '1.1',
        task_id: 't',
        outcome: { kind: 'abandoned', reason: 'bored', partial_text: '' },
      }).success,
    ).toBe(false);
  });

  it('reserves tokens before a call, and counts attempts from 1', () => {
    const { data } = startedDraft(1, 0);
    expect(callStarted.parse(data)).toEqual(data);
    expect(callStarted.safeParse({ ...data, attempt: 0 }).success).toBe(false);
    expect(callStarted.safeParse({ ...data, reserved_tokens: 1.5 }).success).toBe(false);
  });

  it('keeps money in whole micro-USD, or says that it is unknown', () => {
    const { data } = cost(1, 0, 5);
    expect(costRecorded.safeParse(data).success).toBe(true);
    expect(costRecorded.safeParse({ ...data, micro_usd: null }).success).toBe(true);
    expect(costRecorded.safeParse({ ...data, micro_usd: 0.5 }).success).toBe(false);
    expect(costRecorded.safeParse({ ...data, micro_usd: undefined }).success).toBe(false);
  });

  it('keeps the prompt as it was sent, with its parts', () => {
    expect(chatMessage.safeParse({ role: 'tool', content: '' }).success).toBe(false);
    expect(promptSection.safeParse({ name: 'role', tokens: 5, truncated: false }).success).toBe(true);
  });
});
