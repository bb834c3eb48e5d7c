import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicalMeasure } from '../../../../../../core/orchestration/protocols/convergence/lexical.ts';
import { position } from './position.ts';

const measure = (texts: readonly string[], threshold = 0.8, silent: readonly string[] = []) =>
  lexicalMeasure({
    round: 2,
    threshold,
    silent,
    positions: texts.map((text, place) => position(`Speaker${place + 1}`, text)),
  });

/** None of these is a stop word, a negation or a marker of a side. */
const neutral = ['tram', 'street', 'cheap', 'quick', 'green', 'money', 'town', 'river', 'bridge', 'night'];
const someWords = fc.array(fc.constantFrom(...neutral), { minLength: 1, maxLength: 8 });
const someText = someWords.map((words) => words.join(' '));

describe('lexicalMeasure', () => {
  it('is the mean over all pairs, to four decimals', () => {
    const measured = measure(['red tram', 'green tram', 'blue tram bridge'], 0.3);
    expect(measured).toMatchObject({
      round: 2,
      method: 'lexical',
      value: 0.2778,
      threshold: 0.3,
      met: false,
    });
    expect(measured.why).toContain('Speaker1 and Speaker3 are furthest apart (0.25)');
    expect(measured.evidence).toMatchObject({
      furthest: {
        agents: ['Speaker1', 'Speaker3'],
        shared: ['tram'],
        only_first: ['red'],
        only_second: ['blue', 'bridge'],
      },
    });
  });

  it('is met where all say the same', () => {
    const measured = measure(['Build the tram', 'We build a tram', 'building trams']);
    expect(measured).toMatchObject({ value: 1, met: true });
    expect(measured.why).toContain('no stand opposes another');
  });

  it('is not met while somebody is silent, and names him', () => {
    const measured = measure(['Build the tram', 'Build the tram'], 0.8, ['Zeus']);
    expect(measured).toMatchObject({ value: 1, met: false });
    expect(measured.why).toContain('Zeus');
  });

  it('is not met when one of many says something else, however high the mean', () => {
    const same = Array.from({ length: 30 }, () => 'build the green tram along the river');
    const measured = measure([...same, 'dig an underground'], 0.8);
    expect(measured.value).toBeGreaterThan(0.8);
    expect(measured.met).toBe(false);
    expect(measured.why).toContain('Speaker31');
  });

  it('has no value with fewer than two positions', () => {
    for (const texts of [[], ['tram'], ['', '']]) {
      expect(measure(texts)).toMatchObject({ value: null, met: false, evidence: { furthest: null } });
    }
  });

  it('keeps the evidence short', () => {
    const { evidence } = measure(Array.from({ length: 40 }, (_, place) => `word${place} tram`));
    expect(JSON.stringify(evidence).length).toBeLessThan(2000);
  });

  it('is between 0 and 1 and the same whoever is read first', () => {
    const turns = fc
      .array(someText, { minLength: 2, maxLength: 6 })
      .chain((texts) =>
        fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
      );
    fc.assert(
      fc.property(turns, fc.double({ min: 0, max: 1, noNaN: true }), ([texts, shuffled], threshold) => {
        const { value, met } = measure(texts, threshold);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(Math.round((value ?? 0) * 10_000) / 10_000).toBe(value);
        const other = measure(shuffled, threshold);
        expect(other.value).toBe(value);
        expect(other.met).toBe(met);
      }),
      { seed: 82 },
    );
  });

  it('is never met where two take opposite stands, at any threshold and with any words', () => {
    const stands = fc.constantFrom(
      ['I support this.', 'I oppose this.'],
      ['I am for it.', 'I am against it.'],
      ['I agree.', 'I cannot agree.'],
      ['Ich bin dafür.', 'Ich bin dagegen.'],
      ['Build it.', 'Do not build it.'],
      ['Wir bauen das.', 'Wir bauen das nicht.'],
    );
    const others = fc.array(someText, { maxLength: 3 });
    fc.assert(
      fc.property(stands, someText, others, fc.boolean(), ([yes = '', no = ''], text, rest, behind) => {
        const said = (stand: string) => (behind ? `${text}. ${stand}` : `${stand} ${text}`);
        for (const threshold of [0, 0.5, 0.82, 1]) {
          const measured = measure([said(yes), ...rest, said(no)], threshold);
          expect(measured.met).toBe(false);
        }
        expect(measure([said(yes), said(no)], 0).why).toContain('the stands are not');
      }),
      { seed: 83 },
    );
  });
});
