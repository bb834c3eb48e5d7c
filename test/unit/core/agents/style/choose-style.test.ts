import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseStyle, intensityOf } from '../../../../../core/agents/style/choose-style.ts';
import { MAX_STYLE_FRAGMENTS, styleTable } from '../../../../../core/agents/style/style-table.ts';

const anyStyle = fc.dictionary(
  fc.constantFrom(...Object.keys(styleTable), 'jazz', 'constructor', '__proto__'),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

describe('intensityOf', () => {
  it('has a strong end, a moderate middle, a sparing beginning and a silence between', () => {
    expect([1, 0.75].map(intensityOf)).toEqual(['strong', 'strong']);
    expect([0.74, 0.4].map(intensityOf)).toEqual(['moderate', 'moderate']);
    expect([0.2, 0].map(intensityOf)).toEqual(['sparing', 'sparing']);
    expect([0.39, 0.21].map(intensityOf)).toEqual([undefined, undefined]);
  });
});

describe('chooseStyle', () => {
  it('orders the fragments by weight, the sparing ones last', () => {
    const { fragments, insights } = chooseStyle({ humor: 0.1, logic: 0.5, evidence: 0.9, risk: 0.3 });
    expect(fragments.map(({ style, intensity }) => `${style} ${intensity}`)).toEqual([
      'evidence strong',
      'logic moderate',
      'humor sparing',
    ]);
    expect(fragments[0]?.text).toBe(styleTable.evidence.strong);
    expect(insights).toEqual([
      'evidence 0.90 (strong): rests claims on evidence',
      'logic 0.50 (moderate): argues step by step',
      'humor 0.10 (sparing): Keep a sober tone.',
      'risk 0.30: neither high nor low, no fragment applied',
    ]);
  });

  it('does not depend on the order in which the weights are written', () => {
    fc.assert(
      fc.property(anyStyle, (style) => {
        const turned = Object.fromEntries(Object.entries(style).reverse());
        expect(chooseStyle(turned)).toEqual(chooseStyle(style));
      }),
    );
  });

  it('says something about every weight and applies no more than the most', () => {
    fc.assert(
      fc.property(anyStyle, (style) => {
        const { fragments, insights } = chooseStyle(style);
        expect(insights).toHaveLength(Object.keys(style).length);
        expect(fragments.length).toBeLessThanOrEqual(MAX_STYLE_FRAGMENTS);
      }),
    );
  });

  it('leaves the weakest out where there are too many, and says so', () => {
    const all = Object.fromEntries(Object.keys(styleTable).map((style, index) => [style, 0.5 + index / 100]));
    const { fragments, insights } = chooseStyle(all);
    expect(fragments).toHaveLength(MAX_STYLE_FRAGMENTS);
    expect(insights.filter((insight) => insight.includes('left out'))).toHaveLength(
      Object.keys(styleTable).length - MAX_STYLE_FRAGMENTS,
    );
  });
});
