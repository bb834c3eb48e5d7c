import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventHash, genesisHash } from '../../../../core/storage/event-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the chain', () => {
  it('begins with the hash of the stream id', () => {
    expect(genesisHash('system')).toBe('bbc5e661e106c6dcd8dc6dd186454c2fcba3c710fb4d8e71a60c93eaf077f073');
    expect(genesisHash('system')).toBe(sha256('system'));
  });

  it('hashes the parts one after the other, as UTF-8', () => {
    const hash = eventHash('p', 'turn-ended', 1, 1_736_981_000_123, '{"a":"é\u{1f9ed}"}');
    expect(hash).toBe(sha256('pturn-ended11736981000123{"a":"é\u{1f9ed}"}'));
    expect(hash).toBe('23ec158b52ddefb352f839cc5f03f6bfdab74115d0cba5dac5ff0d71b2fe7cd0');
  });

  it.each(['a', '\u00e9', '\u4e2d', '\u{1f9ed}'])('hashes texts of %s of any length', (letter) => {
    for (const length of [0, 1, 1_000, 32_000, 33_000, 100_000]) {
      const data = `"${letter.repeat(length)}"`;
      expect(eventHash('p', 't', 1, 2, data)).toBe(sha256(`pt12${data}`));
      expect(eventHash('p', 't', 1, 2, '{}')).toBe(sha256('pt12{}'));
    }
  });

  it.each([
    ['prev', eventHash('q', 't', 1, 2, '{}')],
    ['type', eventHash('p', 'u', 1, 2, '{}')],
    ['version', eventHash('p', 't', 2, 2, '{}')],
    ['time', eventHash('p', 't', 1, 3, '{}')],
    ['data', eventHash('p', 't', 1, 2, '{} ')],
  ])('changes with the %s', (_part, hash) => {
    expect(hash).not.toBe(eventHash('p', 't', 1, 2, '{}'));
  });
});
