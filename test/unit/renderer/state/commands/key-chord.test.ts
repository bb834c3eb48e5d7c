import { describe, expect, it } from 'vitest';
import {
  type KeyPress,
  matchesChord,
  parseKeys,
  showKeys,
} from '../../../../../renderer/state/commands/key-chord.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const matches = (keys: string, event: KeyPress) =>
  parseKeys(keys).every((chord) => matchesChord(chord, event));

describe('matchesChord', () => {
  it('takes Ctrl and Cmd for Mod', () => {
    expect(matches('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('Mod+K', press('k', { metaKey: true }))).toBe(true);
    expect(matches('Mod+K', press('k'))).toBe(false);
  });

  it('does not take a key with Ctrl held for the bare key', () => {
    expect(matches('k', press('k', { ctrlKey: true }))).toBe(false);
    expect(matches('k', press('k', { altKey: true }))).toBe(false);
  });

  it('tells small from capital letters by Shift', () => {
    expect(matches('j', press('J', { shiftKey: true }))).toBe(false);
    expect(matches('Shift+J', press('J', { shiftKey: true }))).toBe(true);
  });

  it('takes a sign however the keyboard makes it', () => {
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches(']', press(']'))).toBe(true);
  });

  it('knows the space bar by name', () => {
    expect(matches('Space', press(' '))).toBe(true);
  });
});

describe('parseKeys', () => {
  it('reads a sequence', () => {
    expect(parseKeys('g h').map((chord) => chord.key)).toEqual(['g', 'h']);
  });
});

describe('showKeys', () => {
  it('names the held keys as this machine does', () => {
    expect(showKeys('Mod+Enter', false)).toBe('Ctrl Enter');
    expect(showKeys('Mod+K', true)).toBe('⌘ K');
    expect(showKeys('g h', false)).toBe('g h');
  });
});
