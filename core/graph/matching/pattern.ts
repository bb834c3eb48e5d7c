/** Whether a character (a UTF-16 unit, in lower case) is meant. */
export type Characters = (unit: number) => boolean;

/** A pattern as a tree. */
export type Pattern =
  | { readonly kind: 'one'; readonly of: Characters }
  | { readonly kind: 'place'; readonly at: 'start' | 'end' | 'word-edge' | 'no-word-edge' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly parts: readonly Pattern[] }
  /** `most` null: any number. */
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number | null };

export type PatternReading =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly problem: string };

export const isWordUnit: Characters = (unit) =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  unit === 0x5f;
