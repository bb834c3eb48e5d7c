import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../../core/contract/index.ts';
import { chance } from '../../../../../core/effects/index.ts';
import { type Run, runSession, type Script } from './mini-engine.ts';
import { specification } from './specification.ts';

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
    strategy: mode === 'single' ? 'round_robin' : strategy,
    max_rounds: rounds,
    vote: mode === 'consensus' ? { method: 'ranked_choice', quorum: 0.5, fallback: 'plurality' } : null,
  });

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

  it('comes to the same whatever turn of a parallel round ends first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MODES),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (mode, rounds, seed) => {
          let step = 0;
          const shuffled = script({
            endsNext: (open) => {
              step += 1;
              return Math.floor(chance(seed, step) * open.length);
            },
          });
          const spec = setting(mode, 'parallel', rounds);
          expect(essence(runSession(spec, shuffled))).toEqual(essence(runSession(spec, script())));
        },
      ),
      { seed: 20261121, numRuns: 60 },
    );
  });

  it('ends whatever people and caps do in between', () => {
    const acts = (seed: number, step: number): readonly EventDraft[] => {
      const draw = chance(seed, 'act', step);
      if (draw < 0.06) return [{ type: 'speaker-skipped', data: { by: 'user', round: 1, agent: 'Apollo' } }];
      if (draw < 0.12) return [{ type: 'rounds-extended', data: { by: 'user', rounds: 1 } }];
      if (draw < 0.15) return [{ type: 'stop-requested', data: { by: 'user', synthesis: draw < 0.135 } }];
      if (draw < 0.17)
        return [{ type: 'limit-reached', data: { limit: 'tokens', cap: 10, spent: 9, needed: 5 } }];
      if (draw < 0.19) return [{ type: 'deadline-passed', data: { cap: 1, elapsed: 2 } }];
      return [];
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...MODES),
        fc.constantFrom(...STRATEGIES),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(),
        (mode, strategy, rounds, seed) => {
          let step = 0;
          const plain = script();
          const { ended } = runSession(setting(mode, strategy, rounds), {
            inputs: () => {
              step += 1;
              return acts(seed, step);
            },
            say: (turn, open) =>
              chance(seed, 'fail', turn.round, turn.speakerIndex) < 0.05
                ? { fails: 'provider/server' }
                : plain.say(turn, open),
          });
          expect(ended.reason.length).toBeGreaterThan(0);
        },
      ),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it('stays cheap and small over ten thousand rounds', () => {
    const spec = { ...setting('debate', 'round_robin', 2500), convergence: false as const };
    const { turns } = runSession(spec, script());
    expect(turns).toHaveLength(3 * 2500 + 1);
  });
});
