import { describe, expect, it } from 'vitest';
import { markedSide } from '../../../../../../core/orchestration/protocols/convergence/side-markers.ts';
import { clausesOf } from '../../../../../../core/orchestration/protocols/convergence/words.ts';

const sideOf = (text: string) => markedSide(clausesOf(text));

describe('markedSide', () => {
  it.each([
    'I support the tram.',
    'We vote for the tram.',
    'I am for it.',
    'I agree.',
    'Ich bin dafür.',
    'Wir stimmen für die Bahn.',
    'I am not against it.',
    'I do not oppose the tram.',
  ])('reads "%s" as for', (text) => expect(sideOf(text)).toBe('for'));

  it.each([
    'I oppose the tram.',
    'We are against it.',
    'I reject this plan.',
    "I don't support it.",
    'I cannot agree.',
    'Ich bin dagegen.',
    'Ich bin gegen die Bahn.',
    'Ich unterstütze nicht, was hier steht.',
  ])('reads "%s" as against', (text) => expect(sideOf(text)).toBe('against'));

  it.each([
    '',
    'The tram is cheap.',
    'Money for the tram is there.',
    'I support the tram. I oppose the bus.',
  ])('reads no side in "%s"', (text) => expect(sideOf(text)).toBe('unstated'));

  it('counts: the side marked more often is taken', () => {
    expect(sideOf('I support the tram. I endorse the line. I oppose the bus.')).toBe('for');
  });
});
