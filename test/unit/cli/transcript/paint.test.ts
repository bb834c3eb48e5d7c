import { expect, it } from 'vitest';
import { createPaint } from '../../../../cli/transcript/paint.ts';

it('leaves text alone without colours', () => {
  const paint = createPaint(false);
  expect([paint.strong('a'), paint.faint('b'), paint.warn('c'), paint.speaker('d')]).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

it('gives a name the same colour every time, and ends it', () => {
  const paint = createPaint(true);
  expect(paint.speaker('Athena')).toBe(paint.speaker('Athena'));
  expect(paint.speaker('Athena').replace('Athena', '')).not.toBe(
    paint.speaker('Apollo').replace('Apollo', ''),
  );
  for (const text of [paint.strong('x'), paint.speaker('x')]) expect(text.endsWith('\u001b[0m')).toBe(true);
});
