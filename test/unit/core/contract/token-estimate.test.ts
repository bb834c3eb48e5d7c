import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { estimateTokens, unitsWithin } from '../../../../core/contract/token-estimate.ts';

/** Written for this test; each stands for a kind of text that prompts hold. */
const near = {
  prose:
    'A five-node quorum at the edge costs one extra hop on every write, and during a partition the minority site still cannot accept work. I would keep three voters per region and let the fourth and fifth site hold read leases. That is cheaper, it fails in fewer ways, and the people on call can explain it to each other at three in the morning.',
  markdown:
    '**Position:** Begin with one region.\n\n> "Five voters survive two losses." (Apollo, round 1)\n\n- They do.\n- But both voters sit in one power domain.\n\n**Confidence:** 0.72',
  code: 'export const share = (parts: readonly number[], total: number): number[] =>\n  parts.map((part) => Math.round((part / total) * 1000) / 1000);\n',
  figures: 'Between 2019 and 2024 the mean fell from 12.75 ms to 8.3 ms, 34.9 % less, over 1,204,332 calls.',
};

const json =
  '{"position":"Begin small","claims":[{"text":"It can be undone","support":["A trial costs a week"]}],"confidence":0.72,"objections":[]}';

const foreign = {
  german:
    'Ein belastbares Netz braucht drei Standorte, damit der Ausfall eines Rechenzentrums keine Schreibvorgänge verliert.',
  french:
    "Un réseau résilient exige trois sites, afin que la perte d'un seul centre ne fasse perdre aucune écriture.",
  russian: 'Устойчивая сеть требует трёх площадок, чтобы потеря одной из них не приводила к потере записей.',
  chinese: '弹性网络至少需要三个站点,这样任何一个数据中心的故障都不会丢失已确认的写入。',
  japanese: '回復力のあるネットワークには少なくとも三つの拠点が必要である。',
  emoji: 'Done 🎉🚀 and measured 👍🏽, see the chart 📈.',
};

describe('estimateTokens', () => {
  it.each(Object.entries(near))('is within 15 % of a real tokenizer on %s', (_, text) => {
    const real = encode(text.repeat(4)).length;
    expect(Math.abs(estimateTokens(text.repeat(4)) - real) / real).toBeLessThan(0.15);
  });

  it('is within 25 % on compact JSON', () => {
    const real = encode(json.repeat(4)).length;
    expect(Math.abs(estimateTokens(json.repeat(4)) - real) / real).toBeLessThan(0.25);
  });

  it.each(Object.entries(foreign))('is within a factor of two on %s', (_, text) => {
    const ratio = estimateTokens(text) / encode(text).length;
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('is nothing for nothing and something for anything that is not blank', () => {
    expect(estimateTokens('')).toBe(0);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => text.trim() === '' || estimateTokens(text) > 0),
    );
  });

  it('never grows by joining, apart from rounding', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const apart = estimateTokens(a) + estimateTokens(b);
        expect(estimateTokens(`${a}\n\n${b}`)).toBeLessThanOrEqual(apart + 1);
      }),
    );
  });
});

describe('unitsWithin', () => {
  it('counts units of any script, in texts of any length, and splits no pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 0, max: 60 }),
        (text, tokens) => {
          const units = unitsWithin(text, tokens);
          expect(estimateTokens(text.slice(0, units))).toBeLessThanOrEqual(tokens);
          expect(units).toBeLessThanOrEqual(text.length);
          expect(unitsWithin(text, 1_000_000)).toBe(text.length);
        },
      ),
    );
    for (const piece of ['a ', '世', '🎉', 'é']) {
      const long = piece.repeat(100_000);
      expect(unitsWithin(long, 10_000_000)).toBe(long.length);
      expect(Math.abs(estimateTokens(long) - estimateTokens(piece.repeat(1_000)) * 100)).toBeLessThan(200);
    }
    expect(unitsWithin('🎉🎉', 4)).toBe(2);
  });

  it('finds the longest beginning that fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 0, max: 80 }), (text, tokens) => {
        const units = unitsWithin(text, tokens);
        expect(estimateTokens(text.slice(0, units))).toBeLessThanOrEqual(tokens);
        if (units < text.length) expect(estimateTokens(text.slice(0, units + 1))).toBeGreaterThan(tokens);
      }),
    );
  });
});
