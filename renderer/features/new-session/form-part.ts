import type { KeyPath } from './specification-text.ts';

/** What a part of the form gets: its data, its problems and the way to change one key. */
export interface FormPart {
  readonly data: Readonly<Record<string, unknown>>;
  readonly problem: (key: string) => { readonly error?: string };
  readonly set: (path: KeyPath, value: unknown) => void;
}
