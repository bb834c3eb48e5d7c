import { describe, expect, it } from 'vitest';
import { setPath } from '../../../../core/scenario/set-path.ts';

const set = (root: unknown, path: string, value: string): unknown => {
  const result = setPath(root, { path, value });
  if (!result.ok) throw new Error(result.finding.message);
  return result.value;
};

describe('setPath', () => {
  it('sets what is there and makes what is not, and leaves the original alone', () => {
    const root = { budget: { tokens: 1 }, agents: ['A', 'B'] };
    const before = structuredClone(root);
    expect(set(root, 'budget.tokens', '5')).toEqual({ budget: { tokens: 5 }, agents: ['A', 'B'] });
    expect(set(root, 'metadata.project', 'edge')).toEqual({ ...before, metadata: { project: 'edge' } });
    expect(set(root, 'agents[1]', 'C')).toMatchObject({ agents: ['A', 'C'] });
    expect(set(root, 'agents.2', 'C')).toMatchObject({ agents: ['A', 'B', 'C'] });
    expect(root).toEqual(before);
  });

  it.each([
    ['3', 3],
    ['"3"', '3'],
    ['3.5e2', 350],
    ['true', true],
    ['yes', 'yes'],
    ['', null],
    ['[Athena, Apollo]', ['Athena', 'Apollo']],
    ['{usd: 1}', { usd: 1 }],
    ['two words', 'two words'],
  ])('reads %j as a file would', (text, value) => {
    expect(set({}, 'a', text)).toEqual({ a: value });
  });

  it('makes a mapping of a value that stands in the way, and of nothing', () => {
    expect(set({ convergence: true }, 'convergence.threshold', '0.5')).toEqual({
      convergence: { threshold: 0.5 },
    });
    expect(set(null, 'mode', 'debate')).toEqual({ mode: 'debate' });
  });

  it('sets inherited names as members, not on prototypes', () => {
    const value = set({}, '__proto__.polluted', 'yes') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['a..b', '1', 'is no path'],
    ['a', '[1', 'cannot be read'],
    ['a', 'x: y: z', 'cannot be read'],
    ['a', '*b', 'cannot be read'],
    ['a', '!t 1', 'cannot be read'],
    ['a', '- '.repeat(500), 'cannot be read'],
    ['a', 'x'.repeat(300_000), 'cannot be read'],
    ['list[5]', 'x', 'only 2 items'],
    ['list.name', 'x', 'not name'],
  ])('refuses to set %s', (path, value, words) => {
    const result = setPath({ list: [1, 2] }, { path, value });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.finding.message).toContain(words);
    expect(result.finding.message.length).toBeLessThan(150);
  });
});
