import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestChange } from '../../../../../renderer/ui/text/smallest-change.ts';

describe('smallestChange', () => {
  it('touches only what differs', () => {
    expect(smallestChange('mode: debate\nseed: 1', 'mode: consensus\nseed: 1')).toEqual({
      from: 6,
      to: 12,
      insert: 'consensus',
    });
  });

  it('turns the one text into the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = smallestChange(before, after);
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
  });
});
