import { describe, expect, it } from 'vitest';
import { initialState } from '../../../../../core/orchestration/protocols/protocol-state.ts';
import {
  isModerated,
  isSecret,
  orderOf,
  speakingOrder,
} from '../../../../../core/orchestration/protocols/speaking-order.ts';
import { specification } from './specification.ts';

const setting = (strategy: 'round_robin' | 'parallel' | 'moderated' | 'random', seed = 7) =>
  initialState(specification({ strategy, seed })).setting;

describe('speakingOrder', () => {
  it('keeps the order of the specification but under random', () => {
    for (const strategy of ['round_robin', 'parallel', 'moderated'] as const) {
      expect(speakingOrder(setting(strategy), 3, 'rebuttals')).toEqual(['Athena', 'Apollo', 'Hermes']);
    }
  });

  it('under random has everybody once, the same for the same seed and round, and changes between rounds', () => {
    const orders = Array.from({ length: 30 }, (_, round) =>
      speakingOrder(setting('random'), round, 'rebuttals'),
    );
    for (const order of orders) expect([...order].sort()).toEqual(['Apollo', 'Athena', 'Hermes']);
    expect(orders).toEqual(
      Array.from({ length: 30 }, (_, round) => speakingOrder(setting('random'), round, 'rebuttals')),
    );
    expect(new Set(orders.map((order) => order.join())).size).toBe(6);
    const other = Array.from({ length: 30 }, (_, round) =>
      speakingOrder(setting('random', 8), round, 'rebuttals'),
    );
    expect(other).not.toEqual(orders);
  });
});

describe('orderOf', () => {
  it('is parallel only for the strategy of that name', () => {
    expect(orderOf(setting('parallel'))).toBe('parallel');
    for (const strategy of ['round_robin', 'moderated', 'random'] as const) {
      expect(orderOf(setting(strategy))).toBe('sequential');
    }
  });
});

describe('isModerated', () => {
  it('leads talks, and neither ballots nor lonely speakers nor the clustering', () => {
    expect(isModerated(setting('moderated'), 'rebuttals', 3)).toBe(true);
    expect(isModerated(setting('moderated'), 'rebuttals', 1)).toBe(false);
    expect(isModerated(setting('moderated'), 'vote', 3)).toBe(false);
    expect(isModerated(setting('moderated'), 'cluster', 1)).toBe(false);
    expect(isModerated(setting('round_robin'), 'rebuttals', 3)).toBe(false);
  });

  it('needs a moderator', () => {
    const { setting: without } = initialState(specification({ strategy: 'moderated', moderator: null }));
    expect(isModerated(without, 'rebuttals', 3)).toBe(false);
  });
});

describe('isSecret', () => {
  it('is so for ballots and selections', () => {
    expect(isSecret('vote')).toBe(true);
    expect(isSecret('converge')).toBe(true);
    expect(isSecret('discuss')).toBe(false);
  });
});
