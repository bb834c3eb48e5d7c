import { estimateTokens, unitsWithin } from '../../contract/index.ts';

/** Said where a text was cut. */
export const CUT_MARK = ' [cut]';
const CUT_MARK_TOKENS = 4;
/** Below this a piece of text says nothing. */
const LEAST_TOKENS = 8;

export interface CutText {
  readonly text: string;
  readonly tokens: number;
  readonly truncated: boolean;
}

/** The longest beginning of a text that fits, cut between words where there are some; empty below 8 tokens. */
export const cutToTokens = (text: string, tokens: number): CutText => {
  if (unitsWithin(text, tokens) === text.length) {
    return { text, tokens: estimateTokens(text), truncated: false };
  }
  if (tokens < LEAST_TOKENS) return { text: '', tokens: 0, truncated: true };
  let head = text.slice(0, unitsWithin(text, tokens - CUT_MARK_TOKENS));
  const blank = head.lastIndexOf(' ');
  if (blank > head.length - 40 && blank > 0) head = head.slice(0, blank);
  const kept = `${head.toWellFormed().trimEnd()}${CUT_MARK}`;
  return { text: kept, tokens: estimateTokens(kept), truncated: true };
};

/**
 * How much of a budget each of several wishes gets: small ones whole, and all larger ones the same level,
 * so that a long speaker cannot crowd a short one out.
 */
export const fairShares = (wishes: readonly number[], budget: number): readonly number[] => {
  if (wishes.reduce((sum, wish) => sum + wish, 0) <= budget) return wishes;
  let rest = budget;
  let waiting = wishes.length;
  const shares = new Array<number>(wishes.length).fill(0);
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] as number) - (wishes[b] as number));
  for (const index of order) {
    const share = Math.min(wishes[index] as number, Math.max(0, Math.floor(rest / waiting)));
    shares[index] = share;
    rest -= share;
    waiting -= 1;
  }
  return shares;
};
