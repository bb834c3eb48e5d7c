import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRedaction } from '../../../../../core/providers/http/redact-stream.ts';

const KEY = 'sk-canary-+/=0a1b2c3d';
const bytes = Buffer.from(KEY);
const forms = [
  KEY,
  KEY.toUpperCase(),
  KEY.replaceAll('/', '\\/'),
  bytes.toString('base64'),
  bytes.toString('base64url'),
  bytes.toString('hex'),
  bytes.toString('hex').toUpperCase(),
  encodeURIComponent(KEY),
  Buffer.from(`Bearer ${KEY}`).toString('base64'),
];

const through = (pieces: readonly string[], secrets: readonly string[] = [KEY]): string => {
  const redactor = answerRedaction(secrets)?.stream();
  if (!redactor) return pieces.join('');
  return [...pieces.map(redactor.take), redactor.rest()].join('');
};

/** The padding of Base64 tells nothing. */
const padless = (text: string): string => text.replace(/\(key\)=+/g, '(key)');

describe('keys in an answer', () => {
  it.each(forms)('are taken out wherever the text is cut: %s', (form) => {
    const text = `It is ${form}, or ${form}!`;
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(padless(through([text.slice(0, cut), text.slice(cut)]))).toBe('It is (key), or (key)!');
    }
    expect(padless(through([...text]))).toBe('It is (key), or (key)!');
  });

  it('let every other text through as it is, however it is cut', () => {
    const word = fc.constantFrom(
      's',
      'sk',
      'sk-',
      KEY.slice(0, 7),
      KEY.slice(1),
      '7',
      '736b',
      'İ',
      'Bearer ',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(!forms.some((form) => text.toLowerCase().includes(form.toLowerCase())));
        expect(through(pieces)).toBe(text);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('give at once what cannot be the beginning of a key', () => {
    const redactor = answerRedaction([KEY])?.stream();
    expect(redactor?.take('Hello')).toBe('Hello');
    expect(redactor?.take(' task')).toBe(' ta');
    expect(redactor?.take('ing')).toBe('sking');
    expect(redactor?.rest()).toBe('');
  });

  it('are not looked for where they could be words', () => {
    expect(answerRedaction([])).toBeNull();
    expect(answerRedaction(['ollama', 'lm-studio', ''])).toBeNull();
  });
});
