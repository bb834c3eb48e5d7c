import { describe, expect, it } from 'vitest';
import type { Lens } from '../../../../../../core/providers/stub/debater/lens.ts';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';
import { agreement, confidenceOf, movement } from '../../../../../../core/providers/stub/debater/movement.ts';
import type { Stance } from '../../../../../../core/providers/stub/debater/stance.ts';
import { sampleMatter } from './sample-matter.ts';

const [first, second] = lenses as readonly [Lens, Lens];
const stance = (changes: Partial<Stance> = {}): Stance => ({
  lenses: [first],
  side: 'none',
  gained: undefined,
  dropped: undefined,
  changedSide: false,
  others: [],
  ...changes,
});
const textOf = (parts: readonly { readonly kind: string }[]) => JSON.stringify(parts);
const gained = { lens: second, from: 'Apollo' };
const twin = { agent: 'Apollo', confidence: 0.6, lenses: [first], side: 'none' } as const;

describe('movement', () => {
  it('says nothing when nothing has changed', () => {
    expect(movement(sampleMatter(), stance())).toEqual([]);
  });

  it('names what was taken over and from whom, what was let go, and a change of sides', () => {
    const matter = sampleMatter();
    expect(textOf(movement(matter, stance({ gained })))).toContain('Apollo');
    expect(textOf(movement(matter, stance({ gained, dropped: first })))).toContain('In return I let go');
    expect(textOf(movement(matter, stance({ dropped: first })))).toMatch(/"I let go of my demand to begin/);
    expect(textOf(movement(matter, stance({ changedSide: true })))).toContain('changed sides');
  });
});

describe('agreement', () => {
  it('is noted when a change has led to it', () => {
    expect(textOf(agreement(stance({ others: [twin], gained })))).toContain('With Apollo I now agree');
    expect(agreement(stance({ others: [twin] }))).toEqual([]);
    expect(agreement(stance({ others: [{ ...twin, lenses: [second] }], gained }))).toEqual([]);
    expect(agreement(stance({ others: [{ ...twin, side: 'first' }], gained }))).toEqual([]);
  });
});

describe('confidenceOf', () => {
  it('stays inside what a sensible speaker would say', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      for (const round of [1, 3, 9_999]) {
        const confidence = confidenceOf(sampleMatter({ round }, seed), stance());
        expect(confidence).toBeGreaterThanOrEqual(0.35);
        expect(confidence).toBeLessThanOrEqual(0.95);
      }
    }
  });

  it('rises with company and falls with a change', () => {
    const matter = sampleMatter();
    const alone = confidenceOf(matter, stance());
    expect(confidenceOf(matter, stance({ others: [twin] }))).toBeGreaterThan(alone);
    expect(confidenceOf(matter, stance({ gained }))).toBeLessThan(alone);
  });
});
