import { describe, expect, it } from 'vitest';
import { shortPath } from '../../../../../core/graph/checking/check-connections.ts';
import { found, problemsOf } from './found-problems.ts';

describe('checkDependencies, checkCycles, checkIsolated', () => {
  it('find what is not there, ways that do not exist, and nodes that wait for each other', () => {
    const nodes = [
      { id: 'a', deps: ['nowhere', { node: 'a', port: 'x' }] },
      { id: 'c', kind: 'condition', input: '{{d.output}}', test: { empty: true } },
      { id: 'd', deps: [{ node: 'e', port: 'yes' }] },
      { id: 'e', deps: [{ node: 'c', port: 'perhaps' }] },
    ];
    expect(found({ nodes })).toEqual([
      ['missing-dependency', 'a'],
      ['unknown-port', 'a'],
      ['unknown-port', 'd'],
      ['unknown-port', 'e'],
      ['cycle', 'a'],
      ['cycle', 'c'],
    ]);
    expect(problemsOf({ nodes }).find(({ node }) => node === 'e')?.remedy).toBe('Use yes or no.');
  });

  it('warn of nodes that stand alone, not of notes and not of one node', () => {
    const isolated = (nodes: readonly object[]) =>
      problemsOf({ nodes }).filter(({ code }) => code === 'isolated-node');
    expect(isolated([{ id: 'a' }, { id: 'b' }, { id: 'n', kind: 'note' }])).toMatchObject([
      { node: 'a', severity: 'warning' },
      { node: 'b', severity: 'warning' },
    ]);
    expect(isolated([{ id: 'a' }, { id: 'n', kind: 'note' }])).toEqual([]);
  });
});

describe('shortPath', () => {
  it('leaves the middle of a long cycle out', () => {
    expect(shortPath(['a', 'b', 'a'])).toBe('a → b → a');
    expect(shortPath(Array.from({ length: 20 }, (_, at) => `${at}`))).toContain('9 → (8 more) → 18 → 19');
  });
});
