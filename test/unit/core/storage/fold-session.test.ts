import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../core/contract/index.ts';
import {
  type FoldedSession,
  foldedTypes,
  foldSession,
  openSession,
  statusOf,
  summaryOf,
} from '../../../../core/storage/fold-session.ts';
import {
  callDraft,
  costDraft,
  createdDraft,
  endedDraft,
  roundDraft,
  sessionIdOf,
  settingsDraft,
  turnDraft,
} from '../../../conformance/event-store/sample-drafts.ts';

const id = sessionIdOf(1);
const open = (): FoldedSession => openSession(id, createdDraft().data, 10);
const fold = (...drafts: readonly EventDraft[]): FoldedSession =>
  drafts.reduce((state, draft, index) => foldSession(state, draft, 11 + index), open());
const resumed = (reason: 'crash' | 'user' | 'step'): EventDraft => ({
  type: 'session-resumed',
  data: { reason, lost_calls: [], incomplete: [] },
});
const pausing: EventDraft = { type: 'pause-requested', data: { by: 'user', when: 'now' } };
const paused: EventDraft = { type: 'session-paused', data: { reason: 'user' } };
const interrupted: EventDraft = { type: 'session-interrupted', data: { reason: 'SIGTERM' } };
const stopped: EventDraft = { type: 'stop-requested', data: { by: 'user', synthesis: true } };

describe('foldSession', () => {
  it('opens with what the specification says', () => {
    expect(summaryOf(open(), true)).toMatchObject({
      id,
      name: 'edge',
      participants: ['Athena', 'Apollo'],
      models: ['stub/debater', 'lab/qwen2.5'],
      project: 'edgeX',
      status: 'running',
      created_at: 10,
      updated_at: 10,
    });
    expect(openSession(id, createdDraft({ metadata: {} }).data, 0).project).toBe('default');
    expect(openSession(id, createdDraft({ metadata: { project: 7 } }).data, 0).project).toBe('7');
  });

  it('says which nodes wait for a person, and nothing once they are answered', () => {
    const asks = (node: string): EventDraft => ({ type: 'approval-requested', data: { node, text: '' } });
    const plan = (node: string, auto: boolean): EventDraft => ({
      type: 'plan-proposed',
      data: { node, revision: 1, why: 'plan', graph: {}, removed: [], auto },
    });
    const answer = { by: 'user', approved: true, note: '' };
    const waits = (...drafts: readonly EventDraft[]) => summaryOf(fold(...drafts), true).waits_for;
    expect(waits(asks('a'), plan('b', false), plan('c', true))).toEqual(['a', 'b']);
    const first: EventDraft = { type: 'approval-answered', data: { ...answer, node: 'a' } };
    expect(waits(asks('a'), plan('b', false), first)).toEqual(['b']);
    const second: EventDraft = { type: 'plan-answered', data: { ...answer, node: 'b', revision: 1 } };
    expect(fold(asks('a'), plan('b', false), first, second)).not.toHaveProperty('waits_for');
    expect(fold(asks('a'), endedDraft(id))).not.toHaveProperty('waits_for');
  });

  it('counts rounds, calls, repeats, tokens, money and turns', () => {
    const state = fold(
      roundDraft(1),
      callDraft(1),
      costDraft(1, 10),
      callDraft(1, true),
      costDraft(1, 5),
      turnDraft(id, 1),
      roundDraft(2),
    );
    expect(summaryOf(state, true)).toMatchObject({
      round: 2,
      turns: 1,
      stub: true,
      totals: { usd: 0.000015, tokens: { input: 200, output: 40 }, calls: 2, repeated_calls: 1 },
      updated_at: 17,
    });
  });

  it('counts what a session inside of a node has used', () => {
    const child: EventDraft = {
      type: 'child-ended',
      data: {
        node: 'debate',
        session_id: 'child',
        outcome: 'completed',
        exit_code: 0,
        reason: 'Done.',
        decision: null,
        output: 'Build it.',
        stub: false,
        totals: { usd: 0.5, tokens: { input: 7, output: 3 }, calls: 2, repeated_calls: 1 },
      },
    };
    expect(summaryOf(fold(callDraft(1), costDraft(1, 10), child), true).totals).toEqual({
      usd: 0.50001,
      tokens: { input: 107, output: 23 },
      calls: 3,
      repeated_calls: 1,
    });
  });

  it('does not know a sum when it does not know a part', () => {
    expect(summaryOf(fold(costDraft(1, null), costDraft(2, 5)), true).totals.usd).toBeNull();
  });

  it('adds the models that answered to the ones that were meant to', () => {
    const turn = turnDraft(id, 1);
    const other = { ...turn, data: { ...turn.data, cost: { provider: 'openai', model: 'gpt-4o', usd: 0 } } };
    expect(fold(turn, other, other).models).toEqual(['stub/debater', 'lab/qwen2.5', 'openai/gpt-4o']);
  });

  it('ends with what the engine said at the end', () => {
    const ended = summaryOf(fold(costDraft(1), endedDraft(id)), false);
    expect(ended).toMatchObject({ status: 'ended', outcome: 'converged', ended_at: 12 });
    expect(ended.totals).toEqual(endedDraft(id).data.totals);
  });

  it('moves the time with every event, and never back', () => {
    expect(fold(settingsDraft(1)).updated_at).toBe(11);
    expect(foldSession(open(), settingsDraft(1), 3).updated_at).toBe(10);
  });

  it('does not change the state it was given', () => {
    const state = Object.freeze(open());
    for (const draft of [roundDraft(1), callDraft(1), turnDraft(id, 1), endedDraft(id)])
      foldSession(state, draft, 20);
    expect(state).toEqual(open());
  });

  it('reads the data of no other type than it says', () => {
    const looked = new Set<string>();
    const types: readonly EventDraft['type'][] = [
      ...foldedTypes,
      'call-ended',
      'convergence-measured',
      'turn-started',
    ];
    for (const type of types) {
      const draft = {
        type,
        get data() {
          looked.add(type);
          return { cost: {}, reason: 'user', totals: { tokens: {} } };
        },
      };
      foldSession(open(), draft as unknown as EventDraft, 1);
    }
    for (const type of looked) expect(foldedTypes).toContain(type);
  });
});

describe('statusOf', () => {
  it.each<readonly [string, readonly EventDraft[], string, string]>([
    ['at the start', [], 'running', 'interrupted'],
    ['before a pause', [pausing], 'pausing', 'interrupted'],
    ['in a pause', [pausing, paused], 'paused', 'paused'],
    ['given up in a pause', [pausing, paused, interrupted], 'paused', 'paused'],
    ['after a pause', [pausing, paused, resumed('user')], 'running', 'interrupted'],
    ['in a step', [paused, resumed('step')], 'running', 'interrupted'],
    ['given up', [interrupted], 'interrupted', 'interrupted'],
    ['given up before a pause', [pausing, interrupted], 'interrupted', 'interrupted'],
    ['gone on after a crash', [interrupted, resumed('crash')], 'running', 'interrupted'],
    ['gone on in a pause after a crash', [paused, interrupted, resumed('crash')], 'paused', 'paused'],
    ['stopped in a pause', [paused, stopped], 'running', 'interrupted'],
    ['at the end', [endedDraft(id)], 'ended', 'ended'],
  ])('%s', (_when, drafts, alive, dead) => {
    expect([statusOf(fold(...drafts), true), statusOf(fold(...drafts), false)]).toEqual([alive, dead]);
  });
});
