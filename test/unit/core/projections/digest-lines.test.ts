import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDraft, RunEvent } from '../../../../core/contract/index.ts';
import { digestLines } from '../../../../core/projections/digest-lines.ts';
import { emptySessionRecord, foldSessionRecord } from '../../../../core/projections/session-detail.ts';
import { snapshotOf } from '../../../../core/projections/session-view.ts';
import { created, ended, logOf, round, SESSION, turnEnded, wholeTurn } from './session-log.ts';

const linesOf = (events: readonly RunEvent[]): readonly string[] => {
  const record = events.reduce(foldSessionRecord, emptySessionRecord(SESSION));
  const snapshot = snapshotOf(record.view);
  if (!snapshot) throw new Error('The log holds no session-created.');
  return digestLines(snapshot, record.turns);
};

const measured = (number: number, method: 'lexical' | 'stagnation', value: number | null): EventDraft => ({
  type: 'convergence-measured',
  data: {
    round: number,
    method,
    value,
    threshold: 0.8,
    met: false,
    why: 'Apart.',
    evidence: { words: ['x'] },
  },
});
const cast = (agent: string, choice: string): EventDraft => ({
  type: 'vote-cast',
  data: {
    round: 2,
    agent,
    valid: true,
    choice,
    ranking: [choice],
    reason: 'Because.',
    confidence: 0.3,
    weight: 1,
    changed_from: null,
  },
});
const vote: readonly EventDraft[] = [
  { type: 'vote-opened', data: { round: 2, method: 'majority', quorum: 0.5, options: [] } },
  cast('Athena', 'A'),
  cast('Apollo', 'B'),
  {
    type: 'vote-tallied',
    data: {
      round: 2,
      method: 'majority',
      counts: { A: 1, B: 1 },
      steps: [],
      turnout: 1,
      quorum_met: true,
      winner: 'A',
      fallback: 'plurality',
      dissent: [],
      why: '',
    },
  },
];

describe('digestLines', () => {
  it('is the lines of the design, in its order', () => {
    const events = logOf([
      created(),
      round(1),
      turnEnded(1, 1),
      turnEnded(1, 0, { decision: 'A' }),
      measured(1, 'stagnation', null),
      measured(1, 'lexical', 0.25),
      ...vote,
      ended({ outcome: 'decided', converged: false, rounds_executed: 2, decision: 'A' }),
    ]);
    expect(linesOf(events)).toEqual([
      '[1,0,"Athena","rebuttal","Athena in round 1","A"]',
      '[1,1,"Apollo","rebuttal","Apollo in round 1",null]',
      '["convergence",1,"lexical",0.25,false]',
      '["convergence",1,"stagnation",null,false]',
      '["vote",2,"Apollo",true,"B",["B"]]',
      '["vote",2,"Athena",true,"A",["A"]]',
      '["tally",2,"A","plurality"]',
      '["outcome","decided",false,2,"A"]',
    ]);
  });

  it('puts turns of nodes that share a place in the order of their ids, whichever ended first', () => {
    const inNode = (node: string): EventDraft => {
      const draft = turnEnded(1, 0);
      return draft.type === 'turn-ended'
        ? { ...draft, data: { ...draft.data, node, output: { ...draft.data.output, content: node } } }
        : draft;
    };
    const [first, ...others] = ['each[0]/a', 'each[1]/a', 'each[2]/a'];
    const lines = linesOf(logOf([created(), ...others.toReversed().map(inNode), inNode(first ?? '')]));
    const contents = lines.slice(0, 3).map((line) => (JSON.parse(line) as string[])[4]);
    expect(contents).toEqual([first, ...others]);
  });

  it('says null for the outcome of a session that has not ended', () => {
    expect(linesOf(logOf([created()]))).toEqual(['["outcome",null,null,null,null]']);
  });

  it('does not depend on order of completion, ids, times, usage, costs, attempts or crashes', () => {
    const pairs = [1, 2, 3].flatMap((number) => [0, 1].map((speaker) => [number, speaker] as const));
    const undisturbed = linesOf(
      logOf([created(), ...pairs.flatMap(([number, speaker]) => wholeTurn(number, speaker)), ended()]),
    );
    const crash: EventDraft = {
      type: 'session-resumed',
      data: { reason: 'crash', lost_calls: ['1-0.1'], incomplete: [] },
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pairs, { minLength: pairs.length }),
        fc.nat(),
        fc.nat(10),
        (order, number, crashes) => {
          const turns = order.map(([round, speaker]) =>
            turnEnded(round, speaker, {
              attempts: 1 + (number % 5),
              timing: { started: number, completed: number, latency_ms: number, first_token_ms: null },
              cost: { provider: 'openai', model: 'openai/gpt-4o', usd: number },
            }),
          );
          const drafts = turns.flatMap((draft, index) => (index < crashes ? [crash, draft] : [draft]));
          const totals = {
            usd: number,
            tokens: { input: number, output: number },
            calls: number,
            repeated_calls: crashes,
          };
          expect(linesOf(logOf([created(), ...drafts, ended({ totals })]))).toEqual(undisturbed);
        },
      ),
      { verbose: true },
    );
  });
});
