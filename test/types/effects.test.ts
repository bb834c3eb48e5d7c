import { describe, expectTypeOf, it } from 'vitest';
import {
  chance,
  type Effects,
  type FakeEffects,
  fakeEffects,
  pick,
  realEffects,
} from '../../core/effects/index.ts';

describe('types of effects', () => {
  it('lets the fake stand in for the real', () => {
    expectTypeOf(fakeEffects()).toExtend<Effects>();
    expectTypeOf(realEffects).toEqualTypeOf<Effects>();
    expectTypeOf<Effects>().not.toExtend<FakeEffects>();
  });

  it('picks an item of the list, or nothing', () => {
    expectTypeOf(pick(['a', 'b'] as const, 1)).toEqualTypeOf<'a' | 'b' | undefined>();
  });

  it('makes no chance out of anything that has no stable text', () => {
    // @ts-expect-error an object has no text that stays the same
    chance(1, {});
    // @ts-expect-error a seed is a number
    chance('1');
  });
});
