import type { Command } from './command.ts';
import { type KeyPress, matchesChord, parseKeys } from './key-chord.ts';

/** Where the key was pressed: in a text field, on a control that has its own use for Space and Enter, or elsewhere. */
export type PressPlace = 'text' | 'control' | 'overlay' | 'page';

export interface KeyDispatcher {
  /** The command this press completes; undefined when it means nothing, or only begins a sequence. */
  readonly press: (
    press: KeyPress,
    place: PressPlace,
    commands: readonly Command[],
    at: number,
  ) => Command | undefined;
}

const SEQUENCE_MS = 1200;

/** Remembers the first key of a sequence for a little over a second; `at` is in milliseconds. */
export const createKeyDispatcher = (): KeyDispatcher => {
  let started: { readonly presses: readonly KeyPress[]; readonly at: number } | null = null;
  return {
    press: (press, place, commands, at) => {
      if (isModifier(press.key)) return undefined;
      const before = started !== null && at - started.at <= SEQUENCE_MS ? started.presses : [];
      started = null;
      const candidates = commands.filter(
        (command) => command.enabled !== false && mayRun(command, press, place),
      );
      const presses = [...before, press];
      const found =
        candidates.find((command) => isSequence(command, presses)) ??
        candidates.find((command) => isSequence(command, [press]));
      if (found !== undefined) return found;
      if (candidates.some((command) => begins(command, press))) started = { presses: [press], at };
      return undefined;
    },
  };
};

const isModifier = (key: string) => key === 'Control' || key === 'Meta' || key === 'Shift' || key === 'Alt';

const mayRun = (command: Command, press: KeyPress, place: PressPlace): boolean => {
  if (place === 'text') return command.whileTyping === true;
  if (place === 'overlay') return command.whileTyping === true && (press.ctrlKey || press.metaKey);
  if (place === 'control') return press.key !== ' ' && press.key !== 'Enter';
  return true;
};

const isSequence = (command: Command, presses: readonly KeyPress[]): boolean => {
  if (command.keys === undefined) return false;
  const chords = parseKeys(command.keys);
  if (chords.length !== presses.length) return false;
  return chords.every((chord, index) => {
    const press = presses[index];
    return press !== undefined && matchesChord(chord, press);
  });
};

const begins = (command: Command, press: KeyPress): boolean => {
  if (command.keys === undefined) return false;
  const [first, ...rest] = parseKeys(command.keys);
  return first !== undefined && rest.length > 0 && matchesChord(first, press);
};
