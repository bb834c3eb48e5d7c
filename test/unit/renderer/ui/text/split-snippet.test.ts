import { describe, expect, it } from 'vitest';
import { splitSnippet } from '../../../../../renderer/ui/text/split-snippet.ts';

describe('splitSnippet', () => {
  it('parts the found words from the rest', () => {
    expect(splitSnippet('keep \u0002three\u0003 voters and \u0002five\u0003')).toEqual([
      { text: 'keep ', found: false },
      { text: 'three', found: true },
      { text: ' voters and ', found: false },
      { text: 'five', found: true },
    ]);
  });

  it('leaves the signs of Markdown out', () => {
    expect(splitSnippet('**Ranking:** D > \u0002E\u0003').map((part) => part.text)).toEqual([
      'Ranking: D > ',
      'E',
    ]);
  });

  it('shows no control character, whatever is cut', () => {
    expect(splitSnippet('\u0002open')).toEqual([{ text: 'open', found: true }]);
    expect(splitSnippet('closed\u0003 only')).toEqual([{ text: 'closed only', found: false }]);
    expect(splitSnippet('')).toEqual([]);
  });
});
