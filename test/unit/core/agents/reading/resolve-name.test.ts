import { describe, expect, it } from 'vitest';
import { firstNamed, indexOfWord } from '../../../../../core/agents/reading/resolve-name.ts';

describe('indexOfWord', () => {
  it('finds whole words only', () => {
    expect(indexOfWord('apollonia and apollo', 'apollo')).toBe(14);
    expect(indexOfWord('apollo-x, apollo_y', 'apollo')).toBe(-1);
    expect(indexOfWord('anything', '')).toBe(-1);
  });
});

describe('firstNamed', () => {
  const names = ['Athena', 'Apollo', 'Hermes'];

  it('takes the name that comes first, in any case', () => {
    expect(firstNamed(names, 'HERMES, then Athena')).toBe('Hermes');
    expect(firstNamed(names, '**Apollo**.')).toBe('Apollo');
    expect(firstNamed(names, 'nobody')).toBeNull();
    expect(firstNamed([], 'Athena')).toBeNull();
  });

  it('looks at both ends of a long text', () => {
    expect(firstNamed(names, `${'x '.repeat(500_000)}So: Apollo.`)).toBe('Apollo');
  });
});
