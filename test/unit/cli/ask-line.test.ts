import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askLine } from '../../../cli/ask-line.ts';

const asking = (signal = new AbortController().signal) => {
  const keyboard = new PassThrough();
  const screen = new PassThrough();
  return { keyboard, screen, asked: askLine(keyboard, screen, 'Fine? ', signal) };
};

describe('askLine', () => {
  it('gives the line that was typed', async () => {
    const { keyboard, screen, asked } = asking();
    keyboard.write('yes, please\n');
    expect(await asked).toBe('yes, please');
    expect(String(screen.read())).toContain('Fine? ');
  });

  it('gives nothing at the end of the input, or when it is interrupted', async () => {
    const ended = asking();
    ended.keyboard.end();
    expect(await ended.asked).toBeUndefined();
    const interruption = new AbortController();
    const { asked } = asking(interruption.signal);
    interruption.abort();
    expect(await asked).toBeUndefined();
  });
});
