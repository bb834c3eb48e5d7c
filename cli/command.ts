import type { Terminal } from './terminal.ts';

/** An option of a command: a flag, or one that takes a value of the named kind. */
export interface Option {
  readonly summary: string;
  /** How the value is called in the help, like `N`; absent for a flag. */
  readonly value?: string;
  readonly repeatable?: true;
}

/** What was asked for, after the command line was read. */
export interface Invocation {
  readonly words: readonly string[];
  readonly flag: (name: string) => boolean;
  /** The last value given for an option. */
  readonly text: (name: string) => string | undefined;
  /** All values of a repeatable option, in their order. */
  readonly texts: (name: string) => readonly string[];
}

/** Runs a command and gives the exit code. */
export type RunCommand = (invocation: Invocation, terminal: Terminal) => Promise<number>;

export interface Command {
  readonly summary: string;
  /** What follows the command's name, one line a form. */
  readonly forms: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Further paragraphs of the help. */
  readonly notes?: readonly string[];
  /** Loaded only when the command runs: nobody waits for what he does not use. */
  readonly load: () => Promise<RunCommand>;
}
