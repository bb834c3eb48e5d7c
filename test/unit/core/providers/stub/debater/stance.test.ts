import { describe, expect, it } from 'vitest';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';
import { positionText } from '../../../../../../core/providers/stub/debater/positions.ts';
import { stanceOf } from '../../../../../../core/providers/stub/debater/stance.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const lensOf = (style: string) => {
  const lens = lenses.find((one) => one.styles.includes(style));
  if (!lens) throw new Error(`no lens for ${style}`);
  return lens;
};
const agent = sampleAgent({ style: { logic: 0.9 } });
const says = (name: string, styles: readonly string[], round: number) => {
  const text = positionText(sampleMatter(), styles.map(lensOf), 'none');
  return sampleTurn({
    agent: name,
    round,
    position: text,
    content: `**Position:** ${text}`,
    speakerIndex: name.charCodeAt(0),
  });
};
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe('stanceOf', () => {
  it('begins with the demand of the favourite lens', () => {
    expect(stanceOf(sampleMatter({ agent, round: 1 }))).toMatchObject({
      lenses: [lensOf('logic')],
      side: 'none',
    });
  });

  it('takes over what others ask for in some seeds, and holds in others', () => {
    const heard = [
      says('Athena', ['logic'], 1),
      says('Apollo', ['risk'], 1),
      says('Hermes', ['risk', 'evidence'], 1),
    ];
    const stances = seeds.map((seed) => stanceOf(sampleMatter({ agent, heard }, seed)));
    const moved = stances.filter((stance) => stance.gained);
    expect(moved.length).toBeGreaterThan(15);
    expect(moved.length).toBeLessThan(55);
    for (const stance of moved) expect(stance.lenses).toEqual([lensOf('logic'), lensOf('risk')]);
    for (const stance of stances.filter((one) => !one.gained))
      expect(stance.lenses).toEqual([lensOf('logic')]);
  });

  it('names whom it follows: the one who is surer', () => {
    const heard = [
      says('Athena', ['logic'], 1),
      { ...says('Apollo', ['risk'], 1), confidence: 0.5 },
      { ...says('Hermes', ['evidence'], 1), confidence: 0.9 },
    ];
    const moved = seeds
      .map((seed) => stanceOf(sampleMatter({ agent, heard }, seed)))
      .find((stance) => stance.gained);
    expect(moved?.gained).toEqual({ lens: lensOf('evidence'), from: 'Hermes' });
  });

  it('never holds more than three demands, and gives up the one that nobody shares', () => {
    const heard = [
      says('Apollo', ['risk', 'evidence', 'pragmatism'], 2),
      says('Hermes', ['risk', 'evidence', 'pragmatism'], 2),
      says('Athena', ['logic', 'risk', 'evidence'], 2),
    ];
    for (const seed of seeds) {
      const stance = stanceOf(sampleMatter({ agent, heard, round: 3 }, seed));
      expect(stance.lenses.length).toBeLessThanOrEqual(3);
      if (stance.gained) expect(stance.dropped).toBe(lensOf('logic'));
    }
  });

  it('lets go of a lonely demand late, and only against several others', () => {
    const alone = [says('Apollo', ['risk'], 4), says('Athena', ['logic', 'risk'], 4)];
    const many = [says('Hermes', ['risk'], 4), ...alone];
    const drops = (heard: typeof many, round: number) =>
      seeds.filter((seed) => stanceOf(sampleMatter({ agent, heard, round }, seed)).dropped).length;
    expect(drops(alone, 5)).toBe(0);
    expect(drops(many, 3)).toBe(0);
    expect(drops(many, 5)).toBeGreaterThan(10);
  });
});
