import { describe, expect, it } from 'vitest';
import { roundStarted, spoken, stateAfter } from './state-after.ts';
import { turnEnded, turnFailed, turnStarted } from './synthetic-turn.ts';

const athena = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'position' } as const;

describe('turns of a stage', () => {
  it('run until they end, and end once', () => {
    const events = [roundStarted(1, 'positions'), turnStarted(athena)];
    expect(stateAfter(events).stage?.running).toBe(1);
    const ended = stateAfter([...events, turnEnded(athena, { position: 'near' }), turnEnded(athena)]);
    expect(ended.stage?.running).toBe(0);
    expect(ended.turnsEnded).toBe(1);
    expect(ended.standings.get('Athena')?.now).toMatchObject({ text: 'near', round: 1 });
  });

  it('keep the position before the newest', () => {
    const later = { ...athena, round: 2, turnKind: 'rebuttal' } as const;
    const state = stateAfter([
      roundStarted(1, 'positions'),
      ...spoken(athena, { position: 'near' }),
      roundStarted(2, 'rebuttals'),
      ...spoken(later, { position: 'far' }),
    ]);
    expect(state.standings.get('Athena')).toMatchObject({ now: { text: 'far' }, before: { text: 'near' } });
  });

  it('count failures', () => {
    const state = stateAfter([
      roundStarted(1, 'positions'),
      turnStarted(athena),
      turnFailed(athena, 'session/skipped'),
    ]);
    expect(state.stage).toMatchObject({ running: 0, failures: 1 });
    expect(state.turnsEnded).toBe(0);
  });
});
