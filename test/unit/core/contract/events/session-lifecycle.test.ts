import { describe, expect, it } from 'vitest';
import {
  deadlinePassed,
  interjectionRecorded,
  limitReached,
  modelFacts,
  pauseRequested,
  roundsExtended,
  sessionCreated,
  sessionEnded,
  sessionInterrupted,
  sessionOutcome,
  sessionPaused,
  sessionResumed,
  sessionTotals,
  speakerSkipped,
  stopRequested,
} from '../../../../../core/contract/events/session-lifecycle.ts';
import { created, ended } from '../../projections/session-log.ts';

describe('session lifecycle', () => {
  it('freezes all that a run depends on in its first event', () => {
    const { data } = created();
    expect(sessionCreated.parse(data)).toEqual(data);
    for (const key of ['specification', 'agents', 'chains', 'models', 'engine', 'forked_from']) {
      expect(sessionCreated.safeParse({ ...data, [key]: undefined }).success).toBe(false);
    }
    expect(modelFacts.safeParse({ provider: 'stub', local: true, stub: true }).success).toBe(true);
  });

  it('ends with an outcome, an exit code and totals that may not know the money', () => {
    const { data } = ended();
    expect(sessionEnded.parse(data)).toEqual(data);
    const unknown = { usd: null, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 };
    expect(sessionTotals.parse(unknown)).toEqual(unknown);
    expect(sessionOutcome.safeParse('won').success).toBe(false);
  });

  it.each<[string, { safeParse: (value: unknown) => { success: boolean } }, object, object]>([
    [
      'sessionResumed',
      sessionResumed,
      { reason: 'crash', lost_calls: ['1.1'], incomplete: [] },
      { reason: 'luck', lost_calls: [], incomplete: [] },
    ],
    ['pauseRequested', pauseRequested, { by: 'user', when: 'now' }, { by: 'user', when: 'later' }],
    ['sessionPaused', sessionPaused, { reason: 'step' }, { reason: 'crash' }],
    ['sessionInterrupted', sessionInterrupted, { reason: 'Closed.' }, {}],
    ['stopRequested', stopRequested, { by: 'user', synthesis: true }, { by: 'user' }],
    [
      'speakerSkipped',
      speakerSkipped,
      { by: 'user', round: 1, agent: 'Athena' },
      { by: 'user', agent: 'Athena' },
    ],
    ['roundsExtended', roundsExtended, { by: 'user', rounds: 1 }, { by: 'user', rounds: 0 }],
    [
      'interjectionRecorded',
      interjectionRecorded,
      { from: 'user', to: 'all', text: 'x', whisper: false },
      { from: 'ghost', to: 'all', text: 'x', whisper: false },
    ],
    ['deadlinePassed', deadlinePassed, { cap: 1.5, elapsed: 2 }, { cap: 1.5 }],
    [
      'limitReached',
      limitReached,
      { limit: 'tokens', cap: 1, spent: 1, needed: 1 },
      { limit: 'euros', cap: 1, spent: 1 },
    ],
  ])('%s takes what it should, and nothing else', (_name, schema, good, bad) => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(schema.safeParse(bad).success).toBe(false);
  });
});
