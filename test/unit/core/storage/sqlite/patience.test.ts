import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../../core/effects/index.ts';
import { openPatience } from '../../../../../core/storage/sqlite/patience.ts';

describe('openPatience', () => {
  it('looks for as long as it is told to', async () => {
    const effects = fakeEffects();
    const patience = openPatience(effects.clock, 5);
    await effects.advance(20);
    expect(patience.begin()).toBe(25);
  });

  it('passes more and more often after looks in vain, and never when they are worth it', () => {
    const patience = openPatience(fakeEffects().clock, 5);
    const passesBeforeNext = () => {
      let passes = 0;
      while (patience.begin() === null) passes += 1;
      return passes;
    };
    const inVain = Array.from({ length: 9 }, () => {
      const passes = passesBeforeNext();
      patience.missed();
      return passes;
    });
    expect(inVain).toEqual([0, 0, 2, 6, 14, 30, 62, 62, 62]);
    expect(passesBeforeNext()).toBe(62);
    patience.found();
    expect(passesBeforeNext()).toBe(0);
  });
});
