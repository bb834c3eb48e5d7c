import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteFrom } from '../../../../../../core/providers/stub/debater/quote.ts';
import { sampleMatter } from './sample-matter.ts';

const heard = (text: string, agent = 'Apollo') => [{ agent, round: 1, confidence: null, text }];
const matter = sampleMatter();

describe('quoteFrom', () => {
  it('quotes a whole sentence and names the word it turns on', () => {
    const quote = quoteFrom(
      matter,
      heard('**Position:** x\n\nA five-node quorum costs an extra hop on every write.'),
      'q',
    );
    expect(quote).toEqual({
      from: 'Apollo',
      round: 1,
      text: 'A five-node quorum costs an extra hop on every write.',
      word: 'five-node',
    });
  });

  it('leaves out labels, quotations and their answers, code, sentences about speakers, and quotes in quotes', () => {
    const text = [
      '**Position:** This sentence is the position of the speaker.',
      '> "This sentence was said by somebody else before."',
      '',
      'This sentence answers the one that was quoted.',
      '',
      '```',
      'this sentence is code and stands in a fence',
      '```',
      'Hermes has moved me on one point of some length.',
      'They call it "resilient" and mean that it is large.',
      'Short one.',
    ].join('\n');
    expect(quoteFrom(matter, heard(text), 'q')).toBeUndefined();
  });

  it('quotes nobody who is itself, and takes the next speaker where one has nothing to quote', () => {
    const own = heard('A sentence that is long enough to be quoted.', 'Athena');
    expect(quoteFrom(matter, own, 'q')).toBeUndefined();
    const others = [...heard('Hm.'), ...heard('A sentence that is long enough to be quoted.', 'Hermes')];
    for (const purpose of ['a', 'b', 'c', 'd'])
      expect(quoteFrom(matter, others, purpose)?.from).toBe('Hermes');
  });

  it('quotes from any text words that stand in it', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 12 }), fc.string(), (prose, noise) => {
        const text = `${noise}\n${prose}`;
        const quote = quoteFrom(matter, heard(text), 'q');
        if (quote) expect(text).toContain(quote.text);
      }),
    );
  });
});
