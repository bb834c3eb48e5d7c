import { describe, expect, it } from 'vitest';
import {
  estimateRowHeight,
  FOLDED_LENGTH,
  foldText,
  LONGEST_UNFOLDED,
} from '../../../../../renderer/state/session/row-height.ts';
import { layoutRows } from '../../../../../renderer/state/session/rows.ts';
import { header, snapshot, stage } from './sample-snapshot.ts';

const heightOf = (length: number, width = 800) => {
  const view = snapshot({
    rounds: [stage(1, ['Athena'])],
    turns: [header('a', 1, 0, 'Athena', { length })],
  });
  const row = layoutRows(view, 'chat')[1];
  return row === undefined ? 0 : estimateRowHeight(row, width, 1);
};

describe('estimateRowHeight', () => {
  it('grows with the text and with a narrower pane', () => {
    expect(heightOf(200)).toBeLessThan(heightOf(2000));
    expect(heightOf(2000, 400)).toBeGreaterThan(heightOf(2000, 800));
  });

  it('knows that a giant text is folded', () => {
    expect(heightOf(1_000_000)).toBe(heightOf(LONGEST_UNFOLDED + 1));
    expect(heightOf(1_000_000)).toBeLessThan(heightOf(LONGEST_UNFOLDED));
  });
});

describe('foldText', () => {
  it('cuts at the end of a paragraph where there is one', () => {
    const text = `${'word '.repeat(400)}\n\n${'more '.repeat(4000)}`;
    expect(foldText(text)).toBe('word '.repeat(400));
  });

  it('else at the end of a word, and else anywhere', () => {
    expect(foldText('word '.repeat(4000)).length).toBeLessThanOrEqual(FOLDED_LENGTH);
    expect(foldText('word '.repeat(4000)).endsWith('word')).toBe(true);
    expect(foldText('x'.repeat(9000))).toHaveLength(FOLDED_LENGTH);
  });
});
