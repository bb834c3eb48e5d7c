import { describe, expect, it } from 'vitest';
import { readDependencies } from '../../../../../core/graph/reading/read-dependencies.ts';

describe('readDependencies', () => {
  it('reads ids and ways', () => {
    expect(
      readDependencies(['a', { node: 'b', port: 'no' }, 'a', { node: 'c' }, { node: 'd', port: true }]),
    ).toEqual({
      deps: ['a', 'b', 'c', 'd'],
      ports: { b: 'no', d: 'yes' },
      problems: [],
    });
    expect(readDependencies(undefined)).toEqual({ deps: [], ports: {}, problems: [] });
    expect(readDependencies(null).problems).toEqual([]);
  });

  it('says what it cannot read, and reads the rest', () => {
    expect(readDependencies('a').problems).toEqual(['are no list of ids']);
    const { deps, ports, problems } = readDependencies([
      'a',
      4,
      '',
      { node: 'b', weight: 2 },
      { node: 'c', port: 3 },
      { node: 'd', port: 'yes' },
      { node: 'd', port: 'no' },
    ]);
    expect([deps, ports]).toEqual([['a', 'd'], { d: 'yes' }]);
    expect(problems).toHaveLength(2);
  });

  it('keeps any id apart from what every object has', () => {
    const { ports } = readDependencies([{ node: '__proto__', port: 'x' }]);
    expect(Object.entries(ports)).toEqual([['__proto__', 'x']]);
  });
});
