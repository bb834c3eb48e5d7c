import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReview } from '../../../../../core/agents/reading/read-review.ts';

describe('readReview', () => {
  it.each([
    ['accept', 'accept'],
    ['Accepted, with thanks', 'accept'],
    ['OK', 'accept'],
    ['revise', 'revise'],
    ['I do not accept this', 'revise'],
    ['Rejected', 'revise'],
    ['Please do it again', 'revise'],
    ['maybe', null],
    ['', null],
  ])('reads %s', (label, decision) => {
    expect(readReview(label, '')).toBe(decision);
  });

  it('looks at the opening only where the label says nothing', () => {
    expect(readReview('accept', 'This must be revised.')).toBe('accept');
    expect(readReview('?', 'This must be revised.')).toBe('revise');
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readReview(text, text)));
  });
});
