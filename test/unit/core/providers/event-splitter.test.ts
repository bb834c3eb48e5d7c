import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventSplitter } from '../../../../core/providers/event-splitter.ts';

const split = (...texts: readonly string[]) => {
  const splitter = eventSplitter();
  return texts.flatMap((text) => splitter.add(text));
};

describe('eventSplitter', () => {
  it('reads names and data, and passes over comments and other fields', () => {
    const text = ': hello\nevent: greeting\nid: 7\nretry: 10\ndata: one\ndata:two\n\ndata:  three\n\n';
    expect(split(text)).toEqual([
      { name: 'greeting', data: 'one\ntwo' },
      { name: '', data: ' three' },
    ]);
  });

  it('gives none without data or without the blank line behind it', () => {
    expect(split('event: alone\n\ndata: cut\n')).toEqual([]);
    expect(split('event: alone\n\ndata: next\n\n')).toEqual([{ name: '', data: 'next' }]);
    expect(split('data\n\n')).toEqual([{ name: '', data: '' }]);
    expect(split('dates: 1\n\n', 'data : 1\n\n')).toEqual([]);
  });

  it('gives an event as soon as its blank line is there, whatever ends the lines', () => {
    const splitter = eventSplitter();
    expect(splitter.add('data: 1\r')).toEqual([]);
    expect(splitter.add('\r')).toEqual([{ name: '', data: '1' }]);
    expect(splitter.add('\ndata: 2\r\n\r')).toEqual([{ name: '', data: '2' }]);
    expect(splitter.add('')).toEqual([]);
    expect(splitter.add('\ndata: 3\n\n')).toEqual([{ name: '', data: '3' }]);
  });

  it('gives the same events however the text is cut', () => {
    const line = fc.constantFrom('data: a', 'data: é🙂', 'event: b', ': c', 'data', '', '', 'data: d: e');
    const end = fc.constantFrom('\n', '\r', '\r\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, end), { maxLength: 20 }),
        fc.array(fc.nat(120), { maxLength: 8 }),
        (lines, places) => {
          const text = lines.flat().join('');
          const cuts = [0, ...places.filter((at) => at < text.length).sort((a, b) => a - b), text.length];
          const pieces = cuts.slice(1).map((to, index) => text.slice(cuts[index], to));
          expect(split(...pieces)).toEqual(split(text));
        },
      ),
      { seed: 31, numRuns: 300 },
    );
  });
});
