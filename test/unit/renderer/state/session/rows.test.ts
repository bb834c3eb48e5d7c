import { describe, expect, it } from 'vitest';
import {
  entryKey,
  kindOf,
  layoutRows,
  PROCESS_ENDED,
  type Row,
} from '../../../../../renderer/state/session/rows.ts';
import { header, incomplete, notice, running, snapshot, stage } from './sample-snapshot.ts';

const names = ['Athena', 'Apollo'];

/** A row in one word, so that a transcript reads as a list. */
const short = (row: Row): string => {
  if (row.kind === 'turn') return `${row.entry.taskId}:${row.entry.kind}`;
  if (row.kind === 'abreast') return row.entries.map((entry) => `${entry.taskId}:${entry.kind}`).join('|');
  if (row.kind === 'stage') return `stage ${row.stage.round} ${row.stage.phase}`;
  return row.kind;
};

const shortRows = (...given: Parameters<typeof layoutRows>) => layoutRows(...given).map(short);

describe('layoutRows', () => {
  it('puts turns under their round in speaking order, whatever ended first', () => {
    const view = snapshot({
      rounds: [stage(1, names), stage(2, names)],
      turns: [header('b', 1, 1, 'Apollo'), header('a', 1, 0, 'Athena'), header('c', 2, 0, 'Athena')],
      running: [running('d', 2, 1, 'Apollo')],
    });
    expect(shortRows(view, 'chat')).toEqual([
      'stage 1 positions',
      'a:finished',
      'b:finished',
      'stage 2 positions',
      'c:finished',
      'd:running',
    ]);
  });

  it('keeps a turn in its row with its key when it ends', () => {
    const before = snapshot({ rounds: [stage(1, names)], running: [running('a', 1, 0, 'Athena')] });
    const after = snapshot({ rounds: [stage(1, names)], turns: [header('a', 1, 0, 'Athena')] });
    const keys = [before, after].map((view) => layoutRows(view, 'chat').map((row) => row.key));
    expect(keys[0]).toEqual(keys[1]);
  });

  it('puts speakers who speak at once beside each other, and whoever follows them below', () => {
    const view = snapshot({
      rounds: [stage(1, names, { order: 'parallel' })],
      running: [running('b', 1, 1, 'Apollo'), running('a', 1, 0, 'Athena'), running('j', 1, 2, 'Judge')],
    });
    expect(shortRows(view, 'chat')).toEqual(['stage 1 positions', 'a:running|b:running', 'j:running']);
  });

  it('lays every round out in lanes when asked to', () => {
    const view = snapshot({
      rounds: [stage(1, names)],
      turns: [header('a', 1, 0, 'Athena'), header('b', 1, 1, 'Apollo')],
    });
    expect(shortRows(view, 'lanes')).toEqual(['stage 1 positions', 'a:finished|b:finished']);
  });

  it('gives a ballot that shares its round a header of its own', () => {
    const view = snapshot({
      rounds: [stage(1, names), stage(1, names, { phase: 'vote', seq: 150, at: 150 })],
      turns: [header('a', 1, 0, 'Athena'), header('v', 1, 2, 'Athena', { seq: 160, kind: 'vote' })],
      convergence: [
        { round: 1, method: 'lexical', value: 0.5, threshold: 0.8, met: false, why: 'apart', evidence: {} },
      ],
    });
    expect(shortRows(view, 'chat')).toEqual([
      'stage 1 positions',
      'a:finished',
      'stage 1 vote',
      'v:finished',
    ]);
    const measured = layoutRows(view, 'chat').map((row) => row.kind === 'stage' && row.convergence.length);
    expect(measured).toEqual([0, false, 1, false]);
  });

  it('never lets a notice push a text down that is being written', () => {
    const view = snapshot({
      rounds: [stage(1, names)],
      turns: [header('a', 1, 0, 'Athena', { completed_at: 105, latency_ms: 5 })],
      running: [running('b', 1, 1, 'Apollo')],
      notices: [notice(120, 115)],
    });
    expect(shortRows(view, 'chat')).toEqual(['stage 1 positions', 'a:finished', 'b:running', 'notice']);
    const ended = snapshot({
      ...view,
      turns: [...view.turns, header('b', 1, 1, 'Apollo', { completed_at: 119, latency_ms: 9, seq: 130 })],
      running: [running('c', 1, 2, 'Hermes')],
    });
    expect(shortRows(ended, 'chat')).toEqual([
      'stage 1 positions',
      'a:finished',
      'b:finished',
      'notice',
      'c:running',
    ]);
  });

  it('shows what was said before the first round, the result of a vote, and the end', () => {
    const view = snapshot({
      rounds: [stage(1, names)],
      notices: [notice(2, 2)],
      votes: [{ opened: { round: 1, method: 'majority', quorum: 0.5, options: [] }, casts: [], tally: null }],
      ended: {
        session_id: 'x',
        outcome: 'completed',
        reason: 'done',
        exit_code: 0,
        converged: false,
        rounds_executed: 1,
        topic_start: 'a',
        topic_final: 'b',
        decision: null,
        stub: true,
        totals: snapshot().totals,
      },
    });
    expect(shortRows(view, 'chat')).toEqual(['notice', 'stage 1 positions', 'tally', 'end']);
  });

  it('puts the result of a vote behind its ballots and before what sums it up', () => {
    const view = snapshot({
      rounds: [stage(1, names, { phase: 'vote' })],
      turns: [
        header('v', 1, 0, 'Athena', { kind: 'vote' }),
        header('w', 1, 1, 'Apollo', { kind: 'vote' }),
        header('s', 1, 2, 'Synthesizer', { kind: 'synthesis' }),
      ],
      votes: [{ opened: { round: 1, method: 'majority', quorum: 0.5, options: [] }, casts: [], tally: null }],
    });
    expect(shortRows(view, 'chat')).toEqual([
      'stage 1 vote',
      'v:finished',
      'w:finished',
      'tally',
      's:finished',
    ]);
  });

  it('puts what ended a turn behind it and before what began in the same moment, and says a failure once', () => {
    const view = snapshot({
      rounds: [stage(1, names)],
      incomplete: [incomplete('b', 1, 1, 'Apollo', 150)],
      turns: [
        header('a', 1, 0, 'Athena', { completed_at: 120, latency_ms: 10 }),
        header('s', 1, 2, 'Synthesizer', { completed_at: 190, latency_ms: 40, seq: 160 }),
      ],
      notices: [notice(140, 150, { kind: 'stop' }), notice(141, 150, { kind: 'failure', agent: 'Apollo' })],
    });
    expect(shortRows(view, 'chat')).toEqual([
      'stage 1 positions',
      'a:finished',
      'b:incomplete',
      'notice',
      's:finished',
    ]);
  });

  it('keeps an unfinished turn beside its second try', () => {
    const view = snapshot({
      rounds: [stage(1, names)],
      incomplete: [incomplete('a', 1, 0, 'Athena', 103)],
      running: [running('a', 1, 0, 'Athena', { started_at: 130 })],
    });
    expect(shortRows(view, 'chat')).toEqual(['stage 1 positions', 'a:incomplete', 'a:running']);
    const keys = layoutRows(view, 'chat').map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('puts what was left of a turn before the try under way, whose turn began earlier', () => {
    const view = snapshot({
      rounds: [stage(1, names)],
      incomplete: [incomplete('a', 1, 0, 'Athena', 140), incomplete('b', 1, 1, 'Apollo', 160)],
      turns: [header('b', 1, 1, 'Apollo', { completed_at: 190, latency_ms: 45 })],
      running: [running('a', 1, 0, 'Athena', { started_at: 130 })],
    });
    expect(shortRows(view, 'chat').slice(1)).toEqual([
      'a:incomplete',
      'a:running',
      'b:incomplete',
      'b:finished',
    ]);
  });

  it('lets a turn without a call wait while the session is paused', () => {
    const call = { call_id: '1', attempt: 1, link: 0, model: 'm', reserved_tokens: 0, reserved_usd: 0 };
    const waits = (status: 'paused' | 'running', called: boolean) => {
      const [, row] = layoutRows(
        snapshot({
          status,
          rounds: [stage(1, names)],
          running: [running('a', 1, 0, 'Athena', called ? { call } : {})],
        }),
        'chat',
      );
      return row?.kind === 'turn' && row.entry.kind === 'running' && row.entry.waits;
    };
    expect([waits('paused', false), waits('paused', true), waits('running', false)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('does not call a turn running whose process is gone', () => {
    const view = snapshot({
      status: 'interrupted',
      rounds: [stage(1, names)],
      running: [running('a', 1, 0, 'Athena')],
    });
    const [, row] = layoutRows(view, 'chat');
    expect(row?.kind === 'turn' && row.entry.kind === 'incomplete' && row.entry.turn.reason).toBe(
      PROCESS_ENDED,
    );
  });

  it('puts the turns of a session without rounds in the order in which they began, with their nodes', () => {
    const view = snapshot({
      rounds: [],
      turns: [
        header('late', 2, 0, 'Apollo', { node: 'sum', completed_at: 300, latency_ms: 10 }),
        header('early', 1, 0, 'Athena', { node: 'plan', completed_at: 200, latency_ms: 150 }),
      ],
      running: [running('now', 3, 0, 'Athena', { node: 'end', started_at: 400 })],
    });
    const rows = layoutRows(view, 'chat');
    expect(rows.map((row) => (row.kind === 'turn' ? [row.key, row.entry.node] : row.kind))).toEqual([
      ['early', 'plan'],
      ['late', 'sum'],
      ['now', 'end'],
    ]);
  });

  it('has a row for every turn of a long session, in any order of ending', () => {
    const rounds = Array.from({ length: 500 }, (_, index) => stage(index + 1, names));
    const turns = rounds.flatMap(({ round }) => [
      header(`b${round}`, round, 1, 'Apollo'),
      header(`a${round}`, round, 0, 'Athena'),
    ]);
    const rows = layoutRows(snapshot({ rounds, turns }), 'chat');
    expect(rows.filter((row) => row.kind === 'turn')).toHaveLength(1000);
    expect(short(rows.at(-1) as Row)).toBe('b500:finished');
  });
});

describe('entryKey', () => {
  it('is the turn id, and another one for what was left of it', () => {
    const [, left, again] = layoutRows(
      snapshot({
        rounds: [stage(1, names)],
        incomplete: [incomplete('a', 1, 0, 'Athena', 103)],
        running: [running('a', 1, 0, 'Athena', { started_at: 130 })],
      }),
      'chat',
    );
    expect(left?.kind === 'turn' && entryKey(left.entry)).toBe('a-incomplete-103');
    expect(again?.kind === 'turn' && entryKey(again.entry)).toBe('a');
  });
});

describe('kindOf', () => {
  it('says what a turn is for, in any state', () => {
    const rows = layoutRows(
      snapshot({
        rounds: [stage(1, names)],
        turns: [header('a', 1, 0, 'Athena', { kind: 'closing' })],
        running: [running('b', 1, 1, 'Apollo')],
        incomplete: [incomplete('c', 1, 2, 'Hermes', 140)],
      }),
      'chat',
    );
    expect(rows.flatMap((row) => (row.kind === 'turn' ? [kindOf(row.entry)] : []))).toEqual([
      'closing',
      'position',
      'position',
    ]);
  });
});
