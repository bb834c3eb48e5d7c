import { describe, expect, it } from 'vitest';
import { convertMessages } from '../../../../../core/providers/anthropic/convert-messages.ts';

describe('convertMessages', () => {
  it('puts the system text apart and neighbours of one role together', () => {
    expect(
      convertMessages([
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'One.' },
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Two.' },
        { role: 'assistant', content: 'Three.' },
        { role: 'user', content: 'Four.' },
      ]),
    ).toEqual({
      system: 'Be brief.\n\nBe kind.',
      messages: [
        { role: 'user', content: 'One.\n\nTwo.' },
        { role: 'assistant', content: 'Three.' },
        { role: 'user', content: 'Four.' },
      ],
    });
  });

  it('leaves out what is empty', () => {
    expect(
      convertMessages([
        { role: 'system', content: ' ' },
        { role: 'user', content: 'One.' },
        { role: 'assistant', content: '\n' },
      ]),
    ).toEqual({ system: undefined, messages: [{ role: 'user', content: 'One.' }] });
  });

  it("makes a lone system text the user's message", () => {
    expect(convertMessages([{ role: 'system', content: 'Speak.' }])).toEqual({
      system: undefined,
      messages: [{ role: 'user', content: 'Speak.' }],
    });
  });
});
