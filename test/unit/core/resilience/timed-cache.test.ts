import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import { createTimedCache } from '../../../../core/resilience/timed-cache.ts';

describe('createTimedCache', () => {
  it('gives a value while it is young enough for who asks', async () => {
    const effects = fakeEffects();
    const cache = createTimedCache<string>(10, effects.clock);
    cache.put('k', 'v');
    await effects.advance(1_000);
    expect(cache.get('k', 1_001)).toBe('v');
    expect(cache.get('k', 1_000)).toBeUndefined();
    expect(cache.get('k', 5_000)).toBe('v');
    expect(cache.get('other', 5_000)).toBeUndefined();
  });

  it('keeps the most recently used', () => {
    const cache = createTimedCache<number>(2, fakeEffects().clock);
    cache.put('a', 1);
    cache.put('b', 2);
    cache.get('a', 1_000);
    cache.put('c', 3);
    expect(['a', 'b', 'c'].map((key) => cache.get(key, 1_000))).toEqual([1, undefined, 3]);
    cache.clear();
    expect(cache.get('a', 1_000)).toBeUndefined();
  });
});
