import { describe, expect, it } from 'vitest';
import {
  chooseOf,
  clauseOf,
  drawOf,
  hasStyle,
  isSaid,
  lastingDraw,
} from '../../../../../../core/providers/stub/debater/matter.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const styled = (style: Record<string, number>, name = 'Athena') =>
  sampleMatter({ agent: sampleAgent({ name, style }) }).own.map((lens) => lens.styles[0]);

describe('matterOf', () => {
  it('takes its lenses from the styles, strongest first, and fills up by name', () => {
    expect(styled({ evidence: 0.8, skepticism: 0.9, risk: 0.5 })).toEqual(['skepticism', 'evidence', 'risk']);
    expect(styled({ logic: 0.9, humor: 0.1 })[0]).toBe('logic');
    expect(styled({ logic: 0.9 })).toHaveLength(3);
    expect(new Set(styled({})).size).toBe(3);
    expect(styled({})).toEqual(styled({}));
  });
});

describe('drawOf', () => {
  it('depends on seed, speaker, round and purpose', () => {
    const draws = [
      drawOf(sampleMatter(), 'a'),
      drawOf(sampleMatter({}, 8), 'a'),
      drawOf(sampleMatter({ round: 3 }), 'a'),
      drawOf(sampleMatter({ agent: sampleAgent({ name: 'Apollo' }) }), 'a'),
      drawOf(sampleMatter(), 'b'),
      drawOf(sampleMatter(), 'a', 1),
    ];
    expect(new Set(draws).size).toBe(6);
    expect(drawOf(sampleMatter(), 'a')).toBe(draws[0]);
  });
});

describe('lastingDraw', () => {
  it('is the same in every round', () => {
    expect(lastingDraw(sampleMatter({ round: 5 }), 'a')).toBe(lastingDraw(sampleMatter(), 'a'));
  });
});

describe('chooseOf', () => {
  it('takes one of the items, and over many rounds all of them', () => {
    const items = ['x', 'y', 'z'];
    const taken = Array.from({ length: 40 }, (_, round) =>
      chooseOf(sampleMatter({ round: round + 1 }), items, 'p'),
    );
    expect(new Set(taken)).toEqual(new Set(items));
  });
});

describe('hasStyle', () => {
  it('looks for style and intensity', () => {
    const { prompt } = sampleMatter({ agent: sampleAgent({ style: { brevity: 0.8, humor: 0.1 } }) });
    expect(hasStyle(prompt, 'brevity', 'strong')).toBe(true);
    expect(hasStyle(prompt, 'brevity', 'moderate')).toBe(false);
    expect(hasStyle(prompt, 'humor', 'moderate', 'strong')).toBe(false);
  });
});

describe('clauseOf', () => {
  it('is what a lens asks for on the topic', () => {
    const matter = sampleMatter();
    for (const [lens, clause] of matter.clauses) expect(clauseOf(matter, lens)).toBe(clause);
  });
});

describe('isSaid', () => {
  it('looks at what was said last, by others and by itself', () => {
    const heard = [
      sampleTurn({ agent: 'Athena', speakerIndex: 0, content: 'one' }),
      sampleTurn({ content: 'two' }),
    ];
    const { prompt } = sampleMatter({ heard });
    expect(['one', 'two', 'three'].map((words) => isSaid(prompt, words))).toEqual([true, true, false]);
  });
});
