import { isRecord } from '../is-record.ts';

/** Deeper than anybody writes; deeper data is refused instead of exhausting the stack. */
const DEEPEST = 64;

/** A text that can be stored: whole characters, no NUL. */
export const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most && value.isWellFormed() && !value.includes('\u0000');

/** Data as JSON knows it, of texts that can be stored. */
export const isPlainData = (value: unknown, depth = 0): boolean => {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return isText(value, Number.POSITIVE_INFINITY);
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isPlainData(item, depth + 1));
  return (
    isRecord(value) &&
    Object.entries(value).every(([name, member]) => isPlainData(name) && isPlainData(member, depth + 1))
  );
};
