import { describe, expect, it } from 'vitest';
import { summarise } from '../../../../../core/agents/prompt/summarise.ts';
import { sampleTurn } from '../sample-brief.ts';

describe('summarise', () => {
  it('tells each position once, oldest first, and again only when it changed', () => {
    const lines = summarise([
      sampleTurn({ agent: 'Athena', position: 'A' }),
      sampleTurn({ agent: 'Apollo', position: 'B' }),
      sampleTurn({ agent: 'Athena', position: 'A', round: 2 }),
      sampleTurn({ agent: 'Apollo', position: 'C', round: 2 }),
      sampleTurn({ agent: 'Moderator', position: '', round: 2 }),
    ]).map(({ line }) => line);
    expect(lines).toEqual([
      'Athena, round 1, confidence 0.64: A',
      'Apollo, round 1, confidence 0.64: B',
      'Apollo, round 2, confidence 0.64: C',
    ]);
  });
});
