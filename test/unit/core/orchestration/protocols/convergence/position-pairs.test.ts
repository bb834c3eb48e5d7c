import { describe, expect, it } from 'vitest';
import { positionPairs } from '../../../../../../core/orchestration/protocols/convergence/position-pairs.ts';
import { position } from './position.ts';

const named = (positions: Parameters<typeof positionPairs>[0]) =>
  positionPairs(positions).map(({ first, second, value }) => [first.agent, second.agent, value]);

describe('positionPairs', () => {
  it('has every two positions once, in order', () => {
    const positions = [
      position('Athena', 'red tram'),
      position('Apollo', 'green tram'),
      position('Hermes', 'bus'),
    ];
    expect(named(positions)).toEqual([
      ['Athena', 'Apollo', 1 / 3],
      ['Athena', 'Hermes', 0],
      ['Apollo', 'Hermes', 0],
    ]);
  });

  it('has none for one position or for two without content', () => {
    expect(named([])).toEqual([]);
    expect(named([position('Athena', 'tram')])).toEqual([]);
    expect(named([position('Athena', 'so it is'), position('Apollo', '')])).toEqual([]);
    expect(named([position('Athena', 'tram'), position('Apollo', '')])).toEqual([['Athena', 'Apollo', 0]]);
  });

  it('says of each pair whether it is opposed', () => {
    const [pair] = positionPairs([
      position('Athena', 'Build the tram'),
      position('Apollo', 'Do not build the tram'),
    ]);
    expect(pair?.value).toBe(1);
    expect(pair?.opposed).toContain('Apollo denies');
  });
});
