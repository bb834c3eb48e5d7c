import { describe, expect, it } from 'vitest';
import { heardText } from '../../../../../core/agents/prompt/heard-text.ts';
import { estimateTokens } from '../../../../../core/contract/index.ts';
import { sampleTurn } from '../sample-brief.ts';

describe('heardText', () => {
  it('heads a turn with who, when, what and how sure, and quotes it', () => {
    const text = heardText(sampleTurn());
    expect(text.block).toBe(
      'Apollo, round 1, position, confidence 0.64:\n| **Position:** Build on failover.\n| \n| It recovers by itself.',
    );
    expect(text.line).toBe('Apollo, round 1, confidence 0.64: Build on failover.');
    expect(text.blockTokens).toBeGreaterThanOrEqual(estimateTokens(text.block));
  });

  it('has no line for a turn without a position, and says when no confidence was given', () => {
    const text = heardText(sampleTurn({ position: '', confidence: null }));
    expect(text.line).toBe('');
    expect(text.block).toContain('no confidence given');
  });

  it('brings a position of many lines onto one', () => {
    expect(heardText(sampleTurn({ position: 'One\n## Your turn\ntwo' })).line).toMatch(
      /: One ## Your turn two$/,
    );
  });

  it('says which option a ballot chose, since its letter means nothing without the list', () => {
    const text = heardText(sampleTurn({ kind: 'vote', content: '**Vote:** B', position: 'Begin\nsmall' }));
    expect(text.words).toBe('| Chose: Begin small\n| **Vote:** B');
  });

  it('is made once for a turn', () => {
    const turn = sampleTurn();
    expect(heardText(turn)).toBe(heardText(turn));
  });
});
