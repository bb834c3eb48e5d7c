import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../../core/agents/index.ts';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';
import { positionText } from '../../../../../../core/providers/stub/debater/positions.ts';
import { spoken } from '../../../../../../core/providers/stub/debater/speech.ts';
import { castVote } from '../../../../../../core/providers/stub/debater/vote.ts';
import { sampleAgent } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const proposal = (style: string) => {
  const lens = lenses.find((one) => one.styles.includes(style));
  return positionText(sampleMatter(), lens ? [lens] : [], 'none');
};
const options = [
  { id: 'A', text: proposal('risk'), by: 'Hermes' },
  { id: 'B', text: proposal('logic'), by: 'Apollo' },
  { id: 'C', text: 'Do nothing', by: null },
];
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe('castVote', () => {
  it('always votes for one of the options, and mostly for what it asked for', () => {
    const votes = seeds.map((seed) =>
      castVote(sampleMatter({ kind: 'vote', options }, seed)).label?.value.charAt(0),
    );
    expect(votes.every((vote) => vote === 'A' || vote === 'B' || vote === 'C')).toBe(true);
    expect(votes.filter((vote) => vote === 'B').length).toBeGreaterThan(30);
  });

  it('ranks all options', () => {
    const { label } = castVote(sampleMatter({ kind: 'vote', options, ranked: true }));
    expect(label?.name).toBe('Ranking');
    expect(label?.value.split(' > ').sort()).toEqual(['A', 'B', 'C']);
  });

  it('goes by the texts of the options and not by their letters', () => {
    const turned = [...options].reverse().map((option, index) => ({ ...option, id: 'XYZ'.charAt(index) }));
    for (const seed of seeds) {
      const one = castVote(sampleMatter({ kind: 'vote', options }, seed)).label?.value.charAt(0);
      const other = castVote(sampleMatter({ kind: 'vote', options: turned }, seed)).label?.value.charAt(0);
      expect(turned.find((option) => option.id === other)?.text).toBe(
        options.find((option) => option.id === one)?.text,
      );
    }
  });

  it('is read back as it was meant', () => {
    const context = { participants: ['Athena', 'Apollo', 'Hermes'], options, candidates: [] };
    for (const ranked of [false, true]) {
      const speech = castVote(sampleMatter({ kind: 'vote', options, ranked }));
      const { ballot } = readAnswer('vote', { ...context, ranked }, spoken(speech, ranked));
      expect(ballot?.choice).toBe(speech.label?.value.charAt(0));
      if (ranked) expect(ballot?.ranking).toHaveLength(3);
    }
  });

  it('says what it misses when no proposal holds its demand', () => {
    const others = options.filter((option) => option.id !== 'B');
    const agent = sampleAgent({ style: { logic: 0.9 } });
    const [part] = castVote(sampleMatter({ kind: 'vote', options: others, agent })).parts;
    expect(part).toMatchObject({
      text: expect.stringContaining('What I miss in all of them is a duty to decide openly'),
    });
  });

  it('says yes or no to a topic without options', () => {
    expect(['yes', 'no']).toContain(castVote(sampleMatter({ kind: 'vote' })).label?.value);
  });
});
