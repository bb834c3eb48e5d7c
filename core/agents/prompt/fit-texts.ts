import { estimateTokens, unitsWithin } from '../../contract/index.ts';
import { cutToTokens, fairShares } from './cut.ts';

/**
 * Texts that together cost at most so many tokens: short ones whole, long ones cut to the same length and marked as
 * cut. Of a very long text no more is looked at than could fit.
 */
export const fitTexts = (texts: readonly string[], tokens: number): readonly string[] => {
  // A character costs less than three tokens.
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  if (units * 3 <= tokens) return texts;
  const wishes = texts.map((text) =>
    unitsWithin(text, tokens) < text.length ? tokens + 1 : estimateTokens(text),
  );
  const shares = fairShares(wishes, tokens);
  return texts.map((text, index) =>
    shares[index] === wishes[index] ? text : cutToTokens(text, shares[index] as number).text,
  );
};
