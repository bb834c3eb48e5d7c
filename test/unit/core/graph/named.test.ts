import { describe, expect, it } from 'vitest';
import { named } from '../../../../core/graph/named.ts';

describe('named', () => {
  it('knows only names that somebody gave', () => {
    expect(named({ a: 1 }, 'a')).toBe(1);
    for (const name of ['b', 'constructor', '__proto__', 'toString'])
      expect(named({ a: 1 }, name)).toBeUndefined();
    expect(named(Object.fromEntries([['__proto__', 2]]), '__proto__')).toBe(2);
  });
});
