import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TalkMode } from '../../../../../core/contract/index.ts';
import { chance } from '../../../../../core/effects/index.ts';
import { protocolOf } from '../../../../../core/orchestration/protocols/protocol-of.ts';
import type { ProtocolState } from '../../../../../core/orchestration/protocols/protocol-state.ts';
import { type Run, runSession, type Script } from './mini-engine.ts';
import { specification } from './specification.ts';
import { turnEnded, turnStarted } from './synthetic-turn.ts';

const MODES = ['single', 'debate', 'brainstorm', 'consensus'] as const;
const STRATEGIES = ['round_robin', 'parallel', 'moderated', 'random'] as const;

/** Speakers whose words depend on who they are and on the round, and on nothing that happened meanwhile. */
const script = (change: Partial<Script> = {}): Script => ({
  say: (turn) => ({
    position: `${turn.agent} wants cache ${turn.agent.length + turn.round} near users`,
    decision: turn.turnKind === 'moderation' ? (turn.candidates.at(-1) ?? null) : null,
    ballot:
      turn.turnKind === 'vote' || turn.turnKind === 'selection'
        ? {
            choice: turn.options[turn.agent.length % Math.max(1, turn.options.length)]?.id ?? 'A',
            ranking: turn.options.map(({ id }) => id),
            reason: 'so',
          }
        : null,
    answer: turn.turnKind === 'synthesis' ? 'All in all.' : '',
  }),
  ...change,
});

const setting = (mode: (typeof MODES)[number], strategy: (typeof STRATEGIES)[number], rounds: number) =>
  specification({
    mode,
    strategy,
    max_rounds: rounds,
    judge: mode === 'debate' ? 'Critic@1.0.0' : null,
    vote: mode === 'consensus' ? { method: 'ranked_choice', quorum: 0.5, fallback: 'plurality' } : null,
  });

/** A turn fails or not by its place alone, so that a run with another order of ends fails alike. */
const failing = (seed: number, share: number): Script['say'] => {
  const { say } = script();
  return (turn, open) =>
    chance(seed, 'fail', turn.round, turn.speakerIndex) < share
      ? { fails: chance(seed, 'code', turn.speakerIndex) < 0.5 ? 'provider/server' : 'internal' }
      : say(turn, open);
};

/** What people and caps do before the turn of a step ends: mostly nothing, else one act of every kind there is. */
const acts = (seed: number): NonNullable<Script['inputs']> => {
  let count = 0;
  return (state, open) => {
    count += 1;
    const draw = chance(seed, 'act', count);
    const round = state.stage?.round ?? 1;
    const agents = [...state.setting.participants, ...open.map(({ agent }) => agent)];
    const agent = agents[Math.floor(chance(seed, 'whom', count) * agents.length)] ?? 'Apollo';
    if (draw < 0.1) return [{ type: 'speaker-skipped', data: { by: 'user', round, agent } }];
    if (draw < 0.15) return [{ type: 'rounds-extended', data: { by: 'user', rounds: 1 } }];
    if (draw < 0.18) return [{ type: 'stop-requested', data: { by: 'user', synthesis: draw < 0.165 } }];
    if (draw < 0.19)
      return [{ type: 'limit-reached', data: { limit: 'tokens', cap: 10, spent: 9, needed: 5 } }];
    if (draw < 0.2) return [{ type: 'deadline-passed', data: { cap: 1, elapsed: 2 } }];
    if (draw < 0.22) return [{ type: 'pause-requested', data: { by: 'user', when: 'after-turn' } }];
    if (draw < 0.24)
      return [{ type: 'session-resumed', data: { reason: 'crash', lost_calls: [], incomplete: [] } }];
    return [];
  };
};

/** An arbitrary session in which anything may happen, by seed. */
const eventful = fc.record({
  mode: fc.constantFrom(...MODES),
  strategy: fc.constantFrom(...STRATEGIES),
  rounds: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
});

type Eventful = typeof eventful extends fc.Arbitrary<infer T> ? T : never;

const runEventful = ({ mode, strategy, rounds, seed }: Eventful): Run => {
  let ends = 0;
  return runSession(setting(mode, strategy, rounds), {
    inputs: acts(seed),
    say: failing(seed, 0.03),
    endsNext: (open) => {
      ends += 1;
      return Math.floor(chance(seed, 'end', ends) * open.length);
    },
  });
};

/** What the digest of a session rests on. */
const essence = ({ events }: Run) => ({
  turns: events
    .flatMap((event) => (event.type === 'turn-ended' ? [event.data] : []))
    .map(({ round, speaker_index, agent, kind, decision }) => [round, speaker_index, agent, kind, decision])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1)),
  decided: events.filter(({ type }) => type.startsWith('vote-') || type === 'convergence-measured'),
  ended: events.at(-1),
});

describe('every mode with every strategy', () => {
  for (const mode of MODES) {
    for (const strategy of STRATEGIES) {
      it(`ends, and nobody speaks twice in a phase of a round (${mode}, ${strategy})`, () => {
        for (const rounds of [1, 2, 3, 5]) {
          const { turns, ended } = runSession(setting(mode, strategy, rounds), script());
          const seen = new Set(
            turns
              .filter(({ turnKind }) => turnKind !== 'moderation')
              .map(({ round, phase, turnKind, agent }) => `${round} ${phase} ${turnKind} ${agent}`),
          );
          expect(seen.size).toBe(turns.filter(({ turnKind }) => turnKind !== 'moderation').length);
          expect(Math.max(...turns.map(({ round }) => round))).toBeLessThanOrEqual(rounds);
          expect(ended.topic_final.length).toBeGreaterThan(0);
        }
      });
    }
  }

  it('comes to the same whatever turn of a parallel round ends first, failures among them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MODES),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.1),
        fc.nat(),
        (mode, rounds, share, seed) => {
          let ends = 0;
          const say = failing(seed, share);
          const shuffled = script({
            say,
            endsNext: (open) => {
              ends += 1;
              return Math.floor(chance(seed, ends) * open.length);
            },
          });
          const spec = setting(mode, 'parallel', rounds);
          expect(essence(runSession(spec, shuffled))).toEqual(essence(runSession(spec, script({ say }))));
        },
      ),
      { seed: 20261121, numRuns: 120 },
    );
  });

  it('ends whatever people and caps do in between, and breaks no rule on the way', () => {
    fc.assert(
      fc.property(eventful, (session) => {
        const { events, turns, ended, state } = runEventful(session);
        expect(ended.reason.length).toBeGreaterThan(0);
        expect(ended.topic_final.length).toBeGreaterThan(0);
        expect(events.filter(({ type }) => type === 'session-ended')).toHaveLength(1);
        const spoken = turns
          .filter(({ turnKind }) => turnKind !== 'moderation' && turnKind !== 'synthesis')
          .map(({ round, phase, turnKind, agent }) => `${round} ${phase} ${turnKind} ${agent}`);
        expect(new Set(spoken).size).toBe(spoken.length);
        const places = turns.map(({ round, speakerIndex }) => `${round} ${speakerIndex}`);
        expect(new Set(places).size).toBe(places.length);
        // A stop that wants a synthesis and cuts a running one has it asked for once more.
        expect(turns.filter(({ turnKind }) => turnKind === 'synthesis').length).toBeLessThanOrEqual(2);
        expect(Math.max(0, ...turns.map(({ round }) => round))).toBeLessThanOrEqual(state.cap);
        for (const { round, speakerIndex, hears } of turns) {
          expect(hears.round).toBe(round);
          expect(hears.speakerIndex).toBeLessThanOrEqual(speakerIndex);
        }
        const opened = events.filter(({ type }) => type === 'turn-started').length;
        expect(events.filter(({ type }) => type === 'turn-ended' || type === 'turn-failed')).toHaveLength(
          opened,
        );
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('goes on from any point of a log as if nothing had happened: same events, same state, same answer', () => {
    fc.assert(
      fc.property(eventful, fc.double({ min: 0, max: 1, noNaN: true }), (session, share) => {
        const { events, state } = runEventful(session);
        const protocol = protocolOf(session.mode as TalkMode);
        const refolded = protocol.initial(setting(session.mode, session.strategy, session.rounds));
        const cut = Math.floor(share * (events.length - 1));
        for (const event of events.slice(0, cut)) protocol.fold(refolded, event);
        const before = structuredClone(refolded);
        const due = protocol.next(refolded);
        expect(refolded).toEqual(before);
        const derived = due.map((intent) => (intent.kind === 'record' ? intent.draft : null));
        const follows = events[cut];
        if (follows && DERIVED_BY_RECORD.has(follows.type) && due.length > 0) {
          expect(derived[0] ?? follows).toEqual(follows);
        }
        for (const event of events.slice(cut)) protocol.fold(refolded, event);
        expect(refolded).toEqual(state);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  it('keeps a state of the same size for ten thousand rounds', () => {
    const rounds = 10_000;
    const protocol = protocolOf('debate');
    const state = protocol.initial(setting('debate', 'round_robin', rounds));
    const { say } = script();
    const sizes = new Map<number, number>();
    let turns = 0;
    for (
      let [intent] = protocol.next(state);
      intent && intent.kind !== 'finish';
      [intent] = protocol.next(state)
    ) {
      if (intent.kind === 'take-turn') {
        turns += 1;
        protocol.fold(state, turnStarted(intent));
        // Nothing is ever said twice: agreement and standing still would end it early.
        const position = `cache of${intent.agent} number ${intent.round}`;
        protocol.fold(state, turnEnded(intent, { ...say(intent, []), position }));
      } else if (intent.kind === 'record') protocol.fold(state, intent.draft);
      else if (intent.kind === 'start-round') {
        const { kind: _, speakers, ...round } = intent;
        protocol.fold(state, { type: 'round-started', data: { ...round, speakers: [...speakers] } });
      }
      if (intent.kind === 'start-round') sizes.set(intent.round, sizeOf(state));
    }
    expect(turns).toBe(3 * rounds + 2);
    expect((sizes.get(rounds) ?? Number.NaN) / (sizes.get(10) ?? Number.NaN)).toBeLessThan(1.05);
  });
});

const DERIVED_BY_RECORD: ReadonlySet<string> = new Set([
  'convergence-measured',
  'vote-opened',
  'vote-cast',
  'vote-tallied',
]);

/** Characters of all that a state holds, maps and sets included. */
const sizeOf = (state: ProtocolState): number =>
  JSON.stringify(state, (_, value: unknown) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  ).length;
