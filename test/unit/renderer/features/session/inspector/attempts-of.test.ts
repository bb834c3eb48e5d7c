import { describe, expect, it } from 'vitest';
import { attemptsOf } from '../../../../../../renderer/features/session/inspector/attempts-of.ts';
import type { TurnCall } from '../../../../../../renderer/features/session/inspector/find-calls.ts';

const call = (
  id: string,
  started: Partial<TurnCall['started']>,
  outcome: object | null,
  retries: readonly object[] = [],
  delays: readonly object[] = [],
) =>
  ({
    started: { call_id: id, link: 0, model: 'openai/gpt-4o', repeated: false, ...started },
    outcome,
    retries,
    delays,
  }) as unknown as TurnCall;
const error = { code: 'provider/unavailable', message: 'It answered 503.', retryable: true };

describe('attemptsOf', () => {
  it('lists what was tried again before what came of it, and then the fallback', () => {
    const attempts = attemptsOf([
      call('1', {}, { kind: 'failed', error, partial_text: '' }, [
        { attempt: 1, model: 'openai/gpt-4o', error, wait_ms: 800 },
        { attempt: 2, model: 'openai/gpt-4o', error, wait_ms: 1900 },
      ]),
      call('2', { link: 1, model: 'ollama/llama3.2' }, { kind: 'answered', model: 'llama3.2' }),
    ]);
    expect(
      attempts.map(({ state, model, place, says, code, waitMs }) => [
        state,
        model,
        place,
        says,
        code,
        waitMs,
      ]),
    ).toEqual([
      ['retried', 'openai/gpt-4o', 'first of the chain', 'It answered 503.', 'provider/unavailable', 800],
      ['retried', 'openai/gpt-4o', 'first of the chain', 'It answered 503.', 'provider/unavailable', 1900],
      ['failed', 'openai/gpt-4o', 'first of the chain', 'It answered 503.', 'provider/unavailable', null],
      ['answered', 'ollama/llama3.2', 'fallback 1', 'answered', null, null],
    ]);
  });

  it('lists what a call waited for', () => {
    const limit = {
      reason: 'requests',
      account: 'openai',
      limit: 500,
      wait_ms: 3_000,
      model: 'openai/gpt-4o',
    };
    const pause = { ...limit, reason: 'cooldown', limit: null };
    const attempts = attemptsOf([
      call(
        '1',
        {},
        null,
        [],
        [
          { ...pause, waitedMs: 2_400 },
          { ...limit, waitedMs: null },
        ],
      ),
    ]);
    expect(attempts.map(({ state, says }) => [state, says])).toEqual([
      ['waited', 'waited 2.4 s: it asked for patience'],
      ['waited', 'waits at least 3.0 s: openai’s limit of 500 requests/min'],
      ['under-way', 'under way'],
    ]);
  });

  it('says which model really answered, and when none was asked', () => {
    const [exact, cached, running, paused] = attemptsOf([
      call('1', {}, { kind: 'answered', model: 'gpt-4o-2024-08-06' }),
      call('2', {}, { kind: 'answered', model: 'gpt-4o', cached: true }),
      call('3', {}, null),
      call('4', {}, { kind: 'abandoned', reason: 'paused', partial_text: '' }),
    ]);
    expect(exact?.says).toBe('answered by gpt-4o-2024-08-06');
    expect(cached).toMatchObject({ state: 'cached', says: 'answered from the cache, at no cost' });
    expect(running).toMatchObject({ state: 'under-way' });
    expect(paused).toMatchObject({ state: 'abandoned', says: 'given up: paused' });
  });

  it('says why a call is not the first of the chain', () => {
    const places = attemptsOf([
      call('1', { repeated: true }, null),
      call('2', { compressed: true }, null),
      call('3', { link: 1, downgraded_from: 'openai/gpt-4o' }, null),
    ]).map(({ place }) => place);
    expect(places).toEqual([
      'again, after a crash',
      'again, with half of the prompt',
      'instead of openai/gpt-4o, which did not fit a budget',
    ]);
  });
});
