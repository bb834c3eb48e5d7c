import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainProse, splitBlocks } from '../../../../../renderer/ui/text/split-blocks.ts';

describe('splitBlocks', () => {
  it('cuts at blank lines', () => {
    expect(splitBlocks('one\ntwo\n\nthree\n\n\nfour')).toEqual(['one\ntwo', 'three', 'four']);
  });

  it('keeps a code fence whole, closed or still open', () => {
    expect(splitBlocks('```js\na\n\nb\n```\n\nafter')).toEqual(['```js\na\n\nb\n```', 'after']);
    expect(splitBlocks('before\n\n~~~\na\n\nb')).toEqual(['before', '~~~\na\n\nb']);
    expect(splitBlocks('````\n```\n\nx\n````\n\ny')).toEqual(['````\n```\n\nx\n````', 'y']);
  });

  it('keeps the items of one list together', () => {
    expect(splitBlocks('1. one\n\n2. two\n\n   more of two\n\nafter')).toEqual([
      '1. one\n\n2. two\n\n   more of two',
      'after',
    ]);
  });

  it('is empty for nothing', () => {
    expect(splitBlocks('')).toEqual([]);
    expect(splitBlocks('\n \n')).toEqual([]);
  });

  it('loses no word, and a longer text keeps all but the last block of a shorter one', () => {
    const line = fc.constantFrom('word', 'more words', '', '', '```', '- item', '  under it', 'end');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.array(line, { maxLength: 6 }), (start, rest) => {
        const short = `${start.join('\n')}\n\nx`;
        const blocks = splitBlocks(short);
        expect(blocks.join('\n').split(/\s+/).filter(Boolean)).toEqual(short.split(/\s+/).filter(Boolean));
        const longer = splitBlocks([short, ...rest].join('\n'));
        expect(longer.slice(0, blocks.length - 1)).toEqual(blocks.slice(0, -1));
      }),
    );
  });
});

describe('isPlainProse', () => {
  it.each([
    'Two sentences. And a third: it is fine, (mostly).',
    'One paragraph\n\nand another - with a dash.',
  ])('accepts %j', (text) => expect(isPlainProse(text)).toBe(true));

  it.each([
    'a *b*',
    '# head',
    '> quote',
    '- item',
    '1. item',
    'see https://a.b',
    '`x`',
    'a | b',
    '    code',
    'Head\n---',
  ])('leaves %j to the parser', (text) => expect(isPlainProse(text)).toBe(false));
});
