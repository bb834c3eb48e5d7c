import { expect, it } from 'vitest';
import { plainText } from '../../../cli/plain-text.ts';

it('keeps words in every script, and takes out what steers a terminal', () => {
  expect(plainText('Grüße, 世界 🌍\n\tשלום')).toBe('Grüße, 世界 🌍\n\tשלום');
  expect(plainText('\u001b[31mred\u001b[0m \u001b]0;title\u0007 a\rb \u009b2J')).toBe(
    '[31mred[0m ]0;title ab 2J',
  );
  expect(plainText('ab\u202edc\u2066')).toBe('abdc');
});
