import { expect, it } from 'vitest';
import { fitTexts } from '../../../../../core/agents/prompt/fit-texts.ts';
import { estimateTokens } from '../../../../../core/contract/index.ts';

it('leaves texts as they are that fit together', () => {
  const texts = ['one', 'two', ''];
  expect(fitTexts(texts, 100)).toEqual(texts);
});

it('cuts long texts to about the same length and keeps short ones whole', () => {
  const long = 'A sentence of some words. '.repeat(500);
  const [short, first, second] = fitTexts(['short', long, long], 200) as [string, string, string];
  expect(short).toBe('short');
  expect(Math.abs(first.length - second.length)).toBeLessThan(20);
  expect(first.endsWith('[cut]')).toBe(true);
  expect(estimateTokens(short) + estimateTokens(first) + estimateTokens(second)).toBeLessThanOrEqual(200);
});

it('looks at no more of a very long text than could fit', () => {
  const [cut] = fitTexts(['x'.repeat(20_000_000)], 100) as [string];
  expect(estimateTokens(cut)).toBeLessThanOrEqual(100);
});
