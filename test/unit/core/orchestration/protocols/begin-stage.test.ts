import { describe, expect, it } from 'vitest';
import { beginStage } from '../../../../../core/orchestration/protocols/begin-stage.ts';
import { spoken, stateAfter } from './state-after.ts';

const speakers = ['Athena', 'Apollo', 'Hermes'];
const start = (round: number, phase: 'diverge' | 'propose' | 'vote', base = 0) =>
  ({ round, phase, order: 'sequential', speakers, base }) as const;

describe('beginStage', () => {
  it('keeps places for all speakers in front of judge and synthesizer, and none under a moderator', () => {
    const listed = stateAfter([]);
    beginStage(listed, start(1, 'propose'));
    expect(listed.stage?.nextIndex).toBe(3);
    const moderated = stateAfter([], { strategy: 'moderated' });
    beginStage(moderated, start(1, 'propose'));
    expect(moderated.stage).toMatchObject({ moderated: true, nextIndex: 0 });
  });

  it('keeps what the round has measured when a ballot begins inside it, and forgets it in the next round', () => {
    const state = stateAfter([]);
    beginStage(state, start(1, 'propose'));
    state.stage?.measured.add('lexical');
    beginStage(state, start(1, 'vote', 3));
    expect([...(state.stage?.measured ?? [])]).toEqual(['lexical']);
    beginStage(state, start(2, 'vote'));
    expect(state.stage?.measured.size).toBe(0);
  });

  it('begins a diverging round without the ideas of an earlier one', () => {
    const state = stateAfter([]);
    beginStage(state, start(1, 'diverge'));
    const place = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'idea' } as const;
    const withIdea = stateAfter([
      { type: 'round-started', data: { round: 1, phase: 'diverge', order: 'sequential', speakers } },
      ...spoken(place, { claims: ['Mesh'] }),
    ]);
    expect(withIdea.brainstorm.ideas.size).toBe(1);
    beginStage(withIdea, start(2, 'diverge'));
    expect(withIdea.brainstorm.ideas.size).toBe(0);
  });
});
