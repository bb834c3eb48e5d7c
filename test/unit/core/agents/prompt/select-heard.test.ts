import { describe, expect, it } from 'vitest';
import type { SpokenTurn } from '../../../../../core/agents/index.ts';
import { ROUNDS_LOOKED_BACK, selectHeard } from '../../../../../core/agents/prompt/select-heard.ts';
import { sampleBrief, sampleTurn } from '../sample-brief.ts';

const rounds = (count: number, names = ['Athena', 'Apollo', 'Hermes']): readonly SpokenTurn[] =>
  Array.from({ length: count }, (_, round) =>
    names.map((agent, speakerIndex) => sampleTurn({ agent, speakerIndex, round: round + 1 })),
  ).flat();

const keys = (turns: readonly SpokenTurn[]) => turns.map((turn) => `${turn.round}${turn.agent.slice(0, 2)}`);

describe('selectHeard', () => {
  it('splits at the last turn of the agent itself', () => {
    const parts = selectHeard(sampleBrief({ heard: rounds(2) }));
    expect(keys(parts.fresh)).toEqual(['2Ap', '2He']);
    expect(parts.own).toMatchObject({ round: 2, agent: 'Athena' });
    expect(keys(parts.earlier)).toEqual(['1At', '1Ap', '1He', '2At']);
  });

  it('hears all of the last rounds when the agent has not spoken', () => {
    const parts = selectHeard(sampleBrief({ heard: rounds(2, ['Apollo', 'Hermes']) }));
    expect(parts.own).toBeUndefined();
    expect(keys(parts.fresh)).toEqual(['1Ap', '1He', '2Ap', '2He']);
  });

  it('gives judge and synthesizer the last two rounds whole, their own words included', () => {
    for (const kind of ['judgement', 'synthesis'] as const) {
      const parts = selectHeard(sampleBrief({ kind, heard: rounds(4) }));
      expect(parts.own).toBeUndefined();
      expect(keys(parts.fresh)).toEqual(['3At', '3Ap', '3He', '4At', '4Ap', '4He']);
      expect(parts.earlier).toHaveLength(6);
    }
  });

  it('looks at the end of a long history only', () => {
    const heard = rounds(10_000);
    const seen = new Set<number>();
    const watched = new Proxy(heard as SpokenTurn[], {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) seen.add(Number(key));
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const parts = selectHeard(sampleBrief({ kind: 'synthesis', heard: watched }));
    const most = (3 + 2) * ROUNDS_LOOKED_BACK + 3;
    expect(parts.fresh.length + parts.earlier.length).toBeLessThanOrEqual(most);
    expect(seen.size).toBeLessThanOrEqual(most);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(heard.length - most);
  });
});
