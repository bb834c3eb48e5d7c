import { describe, expect, it } from 'vitest';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';
import {
  commonText,
  joinedClauses,
  newestPositions,
  positionText,
} from '../../../../../../core/providers/stub/debater/positions.ts';
import { sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const [first, second, third] = lenses;
const some = [first, second, third].filter((lens) => lens !== undefined);

describe('joinedClauses', () => {
  it('joins as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinedClauses)).toEqual([
      '',
      'a',
      'a; and b',
      'a; b; and c',
    ]);
  });
});

describe('positionText', () => {
  it('reads the same for the same demands, in whatever order they came', () => {
    const matter = sampleMatter();
    expect(positionText(matter, some, 'none')).toBe(positionText(matter, [...some].reverse(), 'none'));
  });

  it('takes a side where the topic has two', () => {
    const yesNo = sampleMatter({ topic: 'Should cities ban private cars?' });
    expect(positionText(yesNo, some, 'first')).toMatch(/^On private cars: I support the change if we begin /);
    expect(positionText(yesNo, some, 'second')).toMatch(
      /^On private cars: I oppose the change for now; first begin /,
    );
    const choice = sampleMatter({ topic: 'Tea or coffee' });
    expect(positionText(choice, some, 'first')).toMatch(/^Between tea and coffee: prefer tea; begin /);
    expect(positionText(choice, some, 'second')).toMatch(/prefer coffee; /);
  });
});

describe('commonText', () => {
  it('speaks for nobody in particular', () => {
    const yesNo = sampleMatter({ topic: 'Should cities ban private cars?' });
    expect(commonText(yesNo, some, 'first')).toMatch(/^On private cars: support for the change if we /);
    expect(commonText(yesNo, some, 'second')).not.toContain('I oppose');
  });
});

describe('newestPositions', () => {
  const topic = 'Should cities ban private cars?';
  const text = (held: typeof some, side: 'first' | 'second') =>
    positionText(sampleMatter({ topic }), held, side);

  it('takes positions apart again, the newest of each speaker', () => {
    const heard = [
      sampleTurn({ agent: 'Apollo', round: 1, position: text(some.slice(0, 1), 'second') }),
      sampleTurn({ agent: 'Athena', round: 1, position: text(some.slice(1, 2), 'first'), content: 'x' }),
      sampleTurn({ agent: 'Apollo', round: 2, content: `**Position:** ${text(some, 'first')}\n\nWhy not.` }),
    ];
    const positions = newestPositions(sampleMatter({ topic, heard, round: 2 }));
    expect(positions.get('Apollo')).toEqual({
      agent: 'Apollo',
      confidence: 0.64,
      lenses: some,
      side: 'first',
    });
    expect(positions.get('Athena')).toMatchObject({ lenses: some.slice(1, 2), side: 'first' });
  });

  it('counts the option of a ballot as a position, and leaves words of other models without demands', () => {
    const heard = [
      sampleTurn({
        agent: 'Apollo',
        kind: 'vote',
        content: `**Vote:** A (${text(some.slice(0, 1), 'first')})`,
        position: '',
      }),
      sampleTurn({ agent: 'Hermes', content: 'Bikes are nice.', position: 'Bikes are nice.' }),
    ];
    const positions = newestPositions(sampleMatter({ topic, heard }));
    expect(positions.get('Apollo')?.lenses).toEqual(some.slice(0, 1));
    expect(positions.get('Hermes')?.lenses).toEqual([]);
  });
});
