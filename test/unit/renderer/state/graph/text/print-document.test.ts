import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { printDocument, spacingOf } from '../../../../../../renderer/state/graph/text/print-document.ts';

const texts = [
  'a: [b, c]\nd: { e: 1 }\n',
  'a: [ b, c ]\nd: { e: 1 }\n',
  'a: [b, c]\nd: {e: 1}\n',
  'a: [ b, c ]\nd: {e: 1}\n',
];

describe('printDocument', () => {
  it.each(texts)('writes brackets as the text had them: %s', (text) => {
    expect(printDocument(parseDocument(text), spacingOf(text))).toBe(text);
  });

  it('takes places of templates for no brackets, and folds no long line', () => {
    const text = `prompt: ${'word '.repeat(60)}{{a.output}}\nsize: { width: 1 }\n`;
    expect(printDocument(parseDocument(text), spacingOf(text))).toBe(text);
  });
});
