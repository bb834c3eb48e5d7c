import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../../renderer/state/commands/command.ts';
import {
  createKeyDispatcher,
  type PressPlace,
} from '../../../../../renderer/state/commands/key-dispatcher.ts';

const command = (id: string, keys: string, rest: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'Test',
  keys,
  run: () => undefined,
  ...rest,
});

const commands = [
  command('pause', 'Space'),
  command('home', 'g h'),
  command('down', 'j'),
  command('send', 'Mod+Enter', { whileTyping: true }),
  command('far', 'x', { enabled: false }),
];

const held = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

const typed = (keys: readonly string[], place: PressPlace = 'page', gap = 100) => {
  const dispatcher = createKeyDispatcher();
  return keys.map((key, index) => dispatcher.press({ key, ...held }, place, commands, index * gap)?.id);
};

describe('createKeyDispatcher', () => {
  it('finds the command of a key', () => {
    expect(typed(['j', ' '])).toEqual(['down', 'pause']);
  });

  it('completes a sequence, and only in time', () => {
    expect(typed(['g', 'h'])).toEqual([undefined, 'home']);
    expect(typed(['g', 'h'], 'page', 5000)).toEqual([undefined, undefined]);
  });

  it('takes a key that breaks a sequence for itself', () => {
    expect(typed(['g', 'j', 'h'])).toEqual([undefined, 'down', undefined]);
  });

  it('leaves letters to a text field, and Space to a button', () => {
    expect(typed(['j', ' '], 'text')).toEqual([undefined, undefined]);
    expect(typed([' ', 'j'], 'control')).toEqual([undefined, 'down']);
    expect(typed(['j'], 'overlay')).toEqual([undefined]);
  });

  it('lets a command reach into a text field when it says so', () => {
    const dispatcher = createKeyDispatcher();
    expect(dispatcher.press({ key: 'Enter', ...held, ctrlKey: true }, 'text', commands, 0)?.id).toBe('send');
  });

  it('passes over what is not enabled, and over modifier keys alone', () => {
    expect(typed(['x'])).toEqual([undefined]);
    const dispatcher = createKeyDispatcher();
    dispatcher.press({ key: 'g', ...held }, 'page', commands, 0);
    dispatcher.press({ key: 'Shift', ...held, shiftKey: true }, 'page', commands, 50);
    expect(dispatcher.press({ key: 'h', ...held }, 'page', commands, 100)?.id).toBe('home');
  });
});
