import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apiCatalog,
  type EventDraft,
  type RunEvent,
  type SessionSnapshot,
} from '../../../../core/contract/index.ts';
import { foldSessionView } from '../../../../core/projections/fold-session-view.ts';
import { emptySessionView, sessionViewFrom, snapshotOf } from '../../../../core/projections/session-view.ts';
import {
  callFailed,
  callStarted,
  cost,
  created,
  ended,
  logOf,
  round,
  SESSION,
  taskId,
  turnEnded,
  turnStarted,
  wholeTurn,
} from './session-log.ts';

const fold = (events: readonly RunEvent[]): SessionSnapshot => {
  const snapshot = snapshotOf(events.reduce(foldSessionView, emptySessionView(SESSION)));
  if (!snapshot) throw new Error('The log holds no session-created.');
  return snapshot;
};
const foldDrafts = (...drafts: readonly EventDraft[]): SessionSnapshot => fold(logOf([created(), ...drafts]));

const pauseRequested = (when: 'now' | 'after-turn'): EventDraft => ({
  type: 'pause-requested',
  data: { by: 'user', when },
});
const paused: EventDraft = { type: 'session-paused', data: { reason: 'user' } };
const interrupted: EventDraft = { type: 'session-interrupted', data: { reason: 'The app was closed.' } };
const resumed = (reason: 'crash' | 'signal' | 'user' | 'step', lost: readonly string[] = []): EventDraft => ({
  type: 'session-resumed',
  data: { reason, lost_calls: [...lost], incomplete: [] },
});

describe('foldSessionView', () => {
  it('follows a turn from its start over its calls to its end', () => {
    const running = foldDrafts(round(1), turnStarted(1, 0), callStarted(1, 0)).running;
    expect(running).toMatchObject([
      { agent: 'Athena', round: 1, call: { call_id: '1-0.1', attempt: 1, link: 0, model: 'stub/debater' } },
    ]);
    const after = foldDrafts(round(1), ...wholeTurn(1, 0));
    expect(after.running).toEqual([]);
    expect(after.turns).toMatchObject([
      {
        task_id: taskId(1, 0),
        seq: 6,
        index: 0,
        agent: 'Athena',
        length: 17,
        completed_at: 1_700_000_001_250,
      },
    ]);
    expect(after.totals).toEqual({ usd: 0, tokens: { input: 50, output: 20 }, calls: 1, repeated_calls: 0 });
    expect(after.by_agent).toEqual([
      { agent: 'Athena', turns: 1, input_tokens: 50, output_tokens: 20, usd: 0 },
    ]);
  });

  it('adds money exactly, and keeps a sum unknown once a part of it is', () => {
    const paid = foldDrafts(cost(1, 0, 100_000), cost(2, 0, 200_000), cost(3, 0, 1));
    expect(paid.totals.usd).toBe(0.300001);
    const unknown = foldDrafts(cost(1, 0, null), cost(2, 1, 5));
    expect(unknown.totals.usd).toBeNull();
    expect(unknown.by_agent.map(({ usd }) => usd)).toEqual([null, 0.000005]);
  });

  it('says when another model is asked, and why', () => {
    const view = foldDrafts(
      turnStarted(1, 1),
      callStarted(1, 1, { model: 'ollama/llama3.2', provider: 'ollama' }),
      callFailed(1, 1, 'The server is down.'),
      callStarted(1, 1, { link: 1, attempt: 2 }),
    );
    expect(view.running[0]?.failures).toEqual(['The server is down.']);
    expect(view.notices).toMatchObject([
      {
        kind: 'fallback',
        agent: 'Apollo',
        text: 'Apollo: stub/debater is asked instead. The server is down.',
      },
    ]);
  });

  it('keeps what a failed turn said', () => {
    const { incomplete, running, notices } = foldDrafts(turnStarted(1, 0), {
      type: 'turn-failed',
      data: {
        task_id: taskId(1, 0),
        round: 1,
        speaker_index: 0,
        agent: 'Athena',
        kind: 'rebuttal',
        text: 'I think',
        reason: 'The server is down.',
        at: 5,
        error: { code: 'provider/server', message: 'The server is down.' },
        attempts: 2,
      },
    });
    expect(running).toEqual([]);
    expect(incomplete).toMatchObject([{ agent: 'Athena', text: 'I think' }]);
    expect(incomplete[0]).not.toHaveProperty('error');
    expect(notices).toMatchObject([{ kind: 'failure', text: 'Athena: The server is down.' }]);
  });

  it('marks calls that a crash lost, and says that they are made again', () => {
    const view = foldDrafts(
      turnStarted(1, 0),
      callStarted(1, 0),
      resumed('crash', ['1-0.1']),
      callStarted(1, 0, { repeated: true, attempt: 2 }),
    );
    expect(view.running[0]).toMatchObject({
      failures: ['The call was lost when its process ended.'],
      call: { attempt: 2 },
    });
    expect(view.totals).toMatchObject({ calls: 2, repeated_calls: 1 });
    expect(view.notices.map(({ kind }) => kind)).toEqual(['resume', 'repeat']);
  });

  it.each<[string, SessionSnapshot['status'], readonly EventDraft[]]>([
    ['begins running', 'running', []],
    ['is pausing once asked', 'pausing', [pauseRequested('after-turn')]],
    ['is paused', 'paused', [pauseRequested('now'), paused]],
    ['runs again', 'running', [pauseRequested('now'), paused, resumed('user')]],
    ['runs for a step', 'running', [pauseRequested('now'), paused, resumed('step')]],
    ['is interrupted', 'interrupted', [interrupted]],
    ['is interrupted before it could pause', 'interrupted', [pauseRequested('now'), interrupted]],
    ['is going to pause again', 'pausing', [pauseRequested('now'), interrupted, resumed('signal')]],
    ['is paused still when its process ends', 'paused', [pauseRequested('now'), paused, interrupted]],
    ['is paused still after a crash', 'paused', [pauseRequested('now'), paused, resumed('crash')]],
    [
      'is paused still after an orderly end',
      'paused',
      [pauseRequested('now'), paused, interrupted, resumed('signal')],
    ],
    [
      'runs on to its end when stopped',
      'running',
      [pauseRequested('now'), paused, { type: 'stop-requested', data: { by: 'user', synthesis: true } }],
    ],
    [
      'runs on to its end at the cap on tokens',
      'running',
      [
        pauseRequested('now'),
        { type: 'limit-reached', data: { limit: 'tokens', cap: 1, spent: 1, needed: 2 } },
      ],
    ],
    [
      'is not moved by the cap on rounds',
      'pausing',
      [pauseRequested('now'), { type: 'limit-reached', data: { limit: 'rounds', cap: 1, spent: 1 } }],
    ],
    ['has ended', 'ended', [ended()]],
  ])('%s: %s', (_name, status, drafts) => {
    expect(foldDrafts(...drafts).status).toBe(status);
  });

  it('counts what a session inside of a node has used', () => {
    const inside = { usd: 0.25, tokens: { input: 100, output: 50 }, calls: 4, repeated_calls: 1 };
    const child: EventDraft = {
      type: 'child-ended',
      data: {
        node: 'debate',
        session_id: 'child',
        outcome: 'converged',
        exit_code: 0,
        reason: 'They agree.',
        decision: null,
        output: 'Build it.',
        stub: true,
        totals: inside,
      },
    };
    const started: EventDraft = {
      type: 'child-started',
      data: {
        node: 'debate',
        session_id: 'child',
        specification: {},
        reserved_tokens: 900,
        reserved_micro_usd: 500_000,
      },
    };
    expect(foldDrafts(started).inside).toEqual([
      { node: 'debate', session_id: 'child', reserved_tokens: 900, reserved_usd: 0.5 },
    ]);
    expect(foldDrafts(started, child).inside).toEqual([]);
    const view = foldDrafts(...wholeTurn(1, 0), child);
    expect(view.totals).toEqual({
      usd: 0.25,
      tokens: { input: 150, output: 70 },
      calls: 5,
      repeated_calls: 1,
    });
    const unknown = { ...child, data: { ...child.data, totals: { ...inside, usd: null } } };
    expect(foldDrafts(unknown).totals.usd).toBeNull();
  });

  it('adds rounds to the cap, and takes the totals of the end', () => {
    const view = foldDrafts({ type: 'rounds-extended', data: { by: 'user', rounds: 2 } }, ended());
    expect(view.max_rounds).toBe(5);
    expect(view.totals).toEqual(view.ended?.totals);
  });

  it('gathers ballots and the tally under the vote that was opened last', () => {
    const opened = (number: number): EventDraft => ({
      type: 'vote-opened',
      data: { round: number, method: 'majority', quorum: 0.5, options: [] },
    });
    const cast = (number: number, agent: string): EventDraft => ({
      type: 'vote-cast',
      data: {
        round: number,
        agent,
        valid: true,
        choice: 'A',
        ranking: [],
        reason: '',
        confidence: null,
        weight: 1,
        changed_from: null,
      },
    });
    const { votes } = foldDrafts(
      opened(1),
      cast(1, 'Athena'),
      opened(2),
      cast(2, 'Athena'),
      cast(2, 'Apollo'),
    );
    expect(votes.map(({ casts }) => casts.map(({ agent }) => agent))).toEqual([
      ['Athena'],
      ['Athena', 'Apollo'],
    ]);
    expect(votes.every(({ tally }) => tally === null)).toBe(true);
  });

  it('changes nothing for events it has seen, and waits for session-created', () => {
    const events = logOf([created(), round(1), ...wholeTurn(1, 0)]);
    const view = events.reduce(foldSessionView, emptySessionView(SESSION));
    const before = snapshotOf(view);
    for (const event of events) foldSessionView(view, event);
    expect(snapshotOf(view)).toBe(before);
    const early = foldSessionView(emptySessionView(SESSION), events[1] as RunEvent);
    expect(snapshotOf(early)).toBeUndefined();
  });

  const turns = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 })), {
    maxLength: 8,
  });
  const drafts = fc
    .tuple(
      turns,
      fc.array(
        fc.constantFrom(
          pauseRequested('now'),
          paused,
          resumed('user'),
          resumed('crash', ['1-0.1']),
          interrupted,
          round(2),
          cost(1, 1, null),
        ),
        { maxLength: 8 },
      ),
    )
    .chain(([pairs, others]) => {
      const all = [...pairs.flatMap(([number, speaker]) => wholeTurn(number, speaker)), ...others];
      return fc.shuffledSubarray(all, { minLength: all.length });
    });

  it('gives the same from a snapshot onwards as from the start, never changes one it gave, and fits the contract', () => {
    fc.assert(
      fc.property(drafts, fc.nat(40), (list, cut) => {
        const events = logOf([created(), ...list]);
        const whole = fold(events);
        expect(apiCatalog['sessions.snapshot'].output.parse(whole)).toEqual(whole);

        const early = fold(events.slice(0, 1 + cut));
        const frozen = structuredClone(early);
        const later = snapshotOf(events.slice(1 + cut).reduce(foldSessionView, sessionViewFrom(early)));
        expect(later).toEqual(whole);
        expect(early).toEqual(frozen);
      }),
      { verbose: true },
    );
  });

  it('folds ten thousand turns without copying what came before', () => {
    const view = foldSessionView(emptySessionView(SESSION), logOf([created()])[0] as RunEvent);
    snapshotOf(view);
    const lists = new Set<unknown>();
    for (let number = 1; number <= 10_000; number += 1) {
      for (const event of logOf([turnEnded(number, 0)], number + 1)) foldSessionView(view, event);
      lists.add(view.current?.turns);
    }
    expect(snapshotOf(view)?.turns).toHaveLength(10_000);
    expect(lists.size).toBe(1);
  });
});
