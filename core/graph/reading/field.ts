import { isRecord } from '../is-record.ts';
import { MAX_ID, MAX_PROMPT } from './limits.ts';
import { isPlainData, isText } from './plain-data.ts';

/** One field of a node: how it stands in a file. */
export interface Field<T> {
  /** Its key in a file. */
  readonly key: string;
  /** Of a node that leaves it out. */
  readonly fallback: T | ((id: string) => T);
  /** Undefined where the value is not of this kind. */
  readonly read: (value: unknown) => T | undefined;
  readonly write?: (value: T) => unknown;
  /** What to write instead of a value that cannot be read. */
  readonly remedy: string;
  /** `required`: a node without it is a problem. `always`: written even where it is as by default. */
  readonly presence?: 'required' | 'always';
}

export const fallbackOf = <T>({ fallback }: Field<T>, id: string): T =>
  typeof fallback === 'function' ? (fallback as (id: string) => T)(id) : fallback;

export const required = <T>(field: Field<T>): Field<T> => ({ ...field, presence: 'required' });

export const textField = (
  key: string,
  fallback: string | ((id: string) => string),
  remedy = `Write it as text of at most ${MAX_PROMPT} characters without NUL bytes.`,
): Field<string> => ({
  key,
  fallback,
  read: (value) => (isText(value, MAX_PROMPT) ? value : undefined),
  remedy,
});

/** A name: not empty, and no longer than an id. */
export const nameField = (key: string, fallback: string, remedy: string): Field<string> => ({
  key,
  fallback,
  read: readName,
  remedy,
});

export const readName = (value: unknown): string | undefined =>
  isText(value, MAX_ID) && value !== '' ? value : undefined;

export const orNull = <T>({ key, read, remedy }: Field<T>): Field<T | null> => ({
  key,
  fallback: null,
  read,
  remedy,
});

export const numberField = (
  key: string,
  fallback: number,
  { least, most, whole }: { readonly least: number; readonly most: number; readonly whole: boolean },
): Field<number> => ({
  key,
  fallback,
  read: (value) =>
    typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))
      ? value
      : undefined,
  remedy: `Write a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
});

export const flagField = (key: string): Field<boolean> => ({
  key,
  fallback: false,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  remedy: 'Write true or false.',
});

export const choiceField = <T extends string>(key: string, fallback: T, choices: readonly T[]): Field<T> => ({
  key,
  fallback,
  read: (value) => choices.find((choice) => choice === value),
  remedy: `Write one of ${choices.join(', ')}.`,
});

export const namesField = (key: string, remedy: string): Field<readonly string[]> => ({
  key,
  fallback: [],
  read: (value) =>
    Array.isArray(value) && value.every((one) => readName(one) !== undefined)
      ? [...new Set(value as string[])]
      : undefined,
  remedy,
});

export const dataField = (key: string, remedy: string): Field<Readonly<Record<string, unknown>>> => ({
  key,
  fallback: {},
  read: (value) => (isRecord(value) && isPlainData(value) ? value : undefined),
  remedy,
});
