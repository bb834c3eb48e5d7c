import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../../core/contract/index.ts';
import { eventSummary } from '../../../../../../renderer/features/session/inspector/event-summary.ts';

const event = (type: string, data: object) => ({ seq: 1, type, data }) as unknown as RunEvent;

describe('eventSummary', () => {
  it.each([
    ['round-started', { round: 2, phase: 'rebuttals' }, '2, rebuttals'],
    ['turn-ended', { agent: 'Athena', round: 2 }, 'Athena, round 2'],
    ['call-ended', { call_id: '3.1', outcome: { kind: 'failed' } }, '3.1, failed'],
    [
      'call-retried',
      { call_id: '3.1', attempt: 1, error: { code: 'provider/server' } },
      '3.1, attempt 1, provider/server',
    ],
    ['cooldown-started', { model: 'lab/a', reason: 'failures' }, 'lab/a, failures'],
    ['cost-recorded', { agent: 'Athena', micro_usd: null }, 'Athena, unknown'],
    ['convergence-measured', { method: 'lexical', value: 0.6137 }, 'lexical, 0.61'],
    ['convergence-measured', { method: 'lexical', value: null }, 'lexical, not measurable'],
    ['vote-tallied', { winner: null }, 'no winner'],
    ['session-ended', { outcome: 'converged' }, 'converged'],
    ['session-created', { specification: {} }, ''],
  ])('%s', (type, data, words) => {
    expect(eventSummary(event(type, data))).toBe(words);
  });
});
