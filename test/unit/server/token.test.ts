import { describe, expect, it } from 'vitest';
import { bearerToken, newToken, sameToken } from '../../../server/token.ts';

describe('tokens', () => {
  it('are long, new each time, and fit into an address', () => {
    const tokens = new Set(Array.from({ length: 100 }, newToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('are compared whole, whatever their length', () => {
    expect(sameToken('abc', 'abc')).toBe(true);
    for (const other of ['abd', 'ab', 'abcd', '', 'ABC']) expect(sameToken(other, 'abc')).toBe(false);
  });

  it('are read from a bearer header and from no other', () => {
    expect(bearerToken('Bearer abc')).toBe('abc');
    expect(bearerToken('bearer  abc ')).toBe('abc');
    for (const header of [undefined, '', 'abc', 'Basic abc', 'Bearer', 'Bearer a b']) {
      expect(bearerToken(header)).toBeUndefined();
    }
  });
});
