import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../../core/graph/versions/sha-256.ts';

const expected = (text: string) => createHash('sha256').update(text).digest('hex');

describe('sha256', () => {
  it('gives what the standard says', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('gives what another implementation gives, around the edges of blocks too', () => {
    for (let length = 0; length < 200; length += 1)
      expect(sha256('x'.repeat(length))).toBe(expected('x'.repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(expected(text));
      }),
      { verbose: true },
    );
  });
});
