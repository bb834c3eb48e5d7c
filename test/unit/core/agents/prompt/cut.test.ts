import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUT_MARK, cutToTokens, fairShares } from '../../../../../core/agents/prompt/cut.ts';
import { estimateTokens } from '../../../../../core/contract/index.ts';

describe('cutToTokens', () => {
  it('never costs more than its room, and says when it cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (text, room) => {
          const cut = cutToTokens(text, room);
          expect(cut.tokens).toBeLessThanOrEqual(Math.max(room, 0));
          expect(cut.tokens).toBe(estimateTokens(cut.text));
          expect(cut.truncated).toBe(cut.text !== text);
        },
      ),
    );
  });

  it('cuts between words and marks the place', () => {
    const cut = cutToTokens('several words that will not all fit into this small room here', 10);
    expect(cut.text.endsWith(CUT_MARK)).toBe(true);
    expect('several words that will not all fit into').toContain(cut.text.slice(0, -CUT_MARK.length));
  });

  it('looks at no more of a huge text than could fit', () => {
    const cut = cutToTokens('a '.repeat(5_000_000), 50);
    expect(cut.tokens).toBeLessThanOrEqual(50);
  });
});

describe('fairShares', () => {
  it('spends no more than the budget, and gives everybody a whole share before anybody gets a larger one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 }),
        fc.integer({ min: 0, max: 3_000 }),
        (wishes, budget) => {
          const shares = fairShares(wishes, budget);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(budget);
          const cut = shares.filter((share, index) => share < (wishes[index] as number));
          const level = Math.max(0, ...cut);
          for (const [index, share] of shares.entries()) {
            expect(share).toBeLessThanOrEqual(wishes[index] as number);
            if (share < (wishes[index] as number)) expect(level - share).toBeLessThanOrEqual(1);
            else if (cut.length > 0) expect(share).toBeLessThanOrEqual(level + 1);
          }
        },
      ),
    );
  });

  it('does not let a long speaker crowd a short one out', () => {
    expect(fairShares([1000, 20, 1000], 220)).toEqual([100, 20, 100]);
  });
});
