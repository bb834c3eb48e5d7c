import { describe, expect, it } from 'vitest';
import { claimsOf, sizeOf } from '../../../../../../core/providers/stub/debater/claims.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const claims = (changes: Parameters<typeof sampleMatter>[0], seed = 7) => {
  const matter = sampleMatter(changes, seed);
  return claimsOf(matter, sizeOf(matter)).flatMap((part) => (part.kind === 'claim' ? [part] : []));
};

describe('sizeOf', () => {
  it('follows brevity', () => {
    const opening = (brevity: number) =>
      sizeOf(sampleMatter({ agent: sampleAgent({ style: { brevity } }) })).opening;
    expect([0.9, 0.5, 0.1].map(opening)).toEqual([1, 2, 3]);
  });
});

describe('claimsOf', () => {
  it('makes more claims in the first round than later', () => {
    expect(claims({ round: 1 })).toHaveLength(3);
    expect(claims({ round: 2 })).toHaveLength(1);
  });

  it('repeats none for many rounds', () => {
    const made = Array.from({ length: 8 }, (_, round) => claims({ round: round + 1 })).flat();
    expect(new Set(made.map((part) => part.claim)).size).toBe(made.length);
  });

  it('makes none that was just made', () => {
    const [claim] = claims({ round: 1 });
    const again = claims({ round: 1, heard: [sampleTurn({ content: claim?.claim ?? '' })] });
    expect(again.map((part) => part.claim)).not.toContain(claim?.claim);
  });

  it('adds an aside now and then for those who like wit', () => {
    const witty = sampleAgent({ style: { logic: 0.9, humor: 0.5 } });
    const supports = (agent: typeof witty) =>
      Array.from(
        { length: 30 },
        (_, seed) => claims({ round: 1, agent }, seed)[0]?.support.includes('umbrella') ?? false,
      );
    expect(supports(witty)).toContain(true);
    expect(supports(sampleAgent())).not.toContain(true);
  });
});
