import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { askHidden } from '../../../cli/ask-hidden.ts';

const terminal = () => {
  const modes: boolean[] = [];
  const shown: string[] = [];
  const keyboard = Object.assign(new EventEmitter(), {
    setRawMode(raw: boolean) {
      modes.push(raw);
      return this;
    },
    resume() {
      return this;
    },
    pause() {
      return this;
    },
  });
  const screen = { write: (text: string) => shown.push(text) };
  const asked = askHidden(keyboard as never, screen, 'Key: ');
  const type = (...pieces: string[]) => {
    for (const piece of pieces) keyboard.emit('data', Buffer.from(piece));
  };
  return { asked, type, keyboard, modes, shown };
};

describe('askHidden', () => {
  it('takes a line, pasted or typed, and shows nothing of it', async () => {
    const { asked, type, modes, shown, keyboard } = terminal();
    type('sk-', 'o', 'nf', '\u007f', 'e\r');
    expect(await asked).toBe('sk-one');
    expect(shown).toEqual(['Key: ', '\n']);
    expect(modes).toEqual([true, false]);
    expect(keyboard.listenerCount('data')).toBe(0);
  });

  it('begins anew after Ctrl-U, and takes letters of several bytes in two pieces', async () => {
    const { asked, type, keyboard } = terminal();
    type('wrong\u0015');
    const bytes = Buffer.from('pä\n');
    keyboard.emit('data', bytes.subarray(0, 2));
    keyboard.emit('data', bytes.subarray(2));
    expect(await asked).toBe('pä');
  });

  it.each(['\u0003', '\u0004'])('is given up with %j, and the terminal is put back', async (letter) => {
    const { asked, type, modes } = terminal();
    type('sk-', letter);
    expect(await asked).toBeUndefined();
    expect(modes).toEqual([true, false]);
  });
});
