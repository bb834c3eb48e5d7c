import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../../../renderer/ui/text/plain-words.ts';

describe('plainWords', () => {
  it.each([
    ['**Position:** On a small grid', 'Position: On a small grid'],
    ['> "So it is" (Apollo, round 1)', '"So it is" (Apollo, round 1)'],
    ['## Head\n- one\n- `two`', 'Head\none\ntwo'],
    ['3 * 4 - 2 # 1', '3 * 4 - 2 # 1'],
  ])('reads %j as %j', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });
});
