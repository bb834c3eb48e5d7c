/** How a text ended before its value did: nothing but brackets was missing, or something behind the last comma. */
export type CutOff = 'closed' | 'lost';

export interface MendedJson {
  /** Undefined where the text is no JSON, however much one wishes. */
  readonly value: unknown;
  /** Place behind the value, in UTF-16 units. */
  readonly end: number;
  readonly cut: CutOff | null;
}

/** Deeper values are refused; no plan needs a tenth of it. */
const MAX_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * Reads the object or list that opens at `start` as models write them: with comments, trailing commas, line ends
 * inside of texts, escapes that JSON does not know, and without their end. One pass, no recursion, never throws.
 */
export const mendJson = (text: string, start: number): MendedJson => {
  const open: string[] = [];
  let out = '';
  /** Begin of what was looked at and is not in `out` yet. */
  let from = start;
  let hasComma = false;
  /** What could stand if the text ended here: length of `out` and how many brackets are open. */
  let safe = { length: 0, depth: 0 };
  const take = (to: number): void => {
    out += text.slice(from, to);
    from = to;
  };

  for (let at = start; at < text.length; ) {
    const character = text.charAt(at);
    if (isSpace(character)) {
      at += 1;
      continue;
    }
    const behindComment = commentEnd(text, at);
    if (behindComment > at) {
      take(at);
      from = behindComment;
      at = behindComment;
      continue;
    }
    if (character === ',') {
      take(at);
      safe = { length: out.length, depth: open.length };
      from = at + 1;
      hasComma = true;
      at += 1;
      continue;
    }
    const isCloser = character === '}' || character === ']';
    // A comma counts only where something follows it.
    if (hasComma && !isCloser) {
      take(at);
      out += ',';
    }
    hasComma = false;
    if (isCloser) {
      if (open.pop() !== character) return { value: undefined, end: at + 1, cut: null };
      at += 1;
      take(at);
      safe = { length: out.length, depth: open.length };
      if (open.length === 0) return { value: parsed(out), end: at, cut: null };
    } else if (character in closers) {
      open.push(closers[character] as string);
      if (open.length > MAX_DEPTH) return { value: undefined, end: at + 1, cut: null };
      at += 1;
    } else if (character === '"') {
      take(at);
      const string = readString(text, at);
      out += string.text;
      from = string.end;
      at = string.end;
    } else at += 1;
  }
  take(text.length);
  return closed(out, open, safe, text.length);
};

const closed = (
  out: string,
  open: readonly string[],
  safe: { readonly length: number; readonly depth: number },
  end: number,
): MendedJson => {
  const kept = out.slice(0, safe.length);
  const missing = open.slice(0, safe.depth).reverse().join('');
  const isWhole = out.slice(safe.length).trim() === '';
  // A list that ends behind one of its objects lost no part of it; an object may have lost its next member.
  const isBetween = safe.depth === 1 || (open[safe.depth - 1] === ']' && kept.endsWith('}'));
  const value = safe.length === 0 ? undefined : parsed(kept + missing);
  return { value, end, cut: isWhole && isBetween ? 'closed' : 'lost' };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

/** The place behind a comment that begins here; the same place where none does. */
const commentEnd = (text: string, at: number): number => {
  if (text.charAt(at) !== '/') return at;
  const mark = text.charAt(at + 1) === '/' ? '\n' : text.charAt(at + 1) === '*' ? '*/' : '';
  if (mark === '') return at;
  const end = text.indexOf(mark, at + 2);
  return end < 0 ? text.length : end + mark.length;
};

/** The text that begins at `at`, in correct JSON; without its closing quote where it has none. */
const readString = (text: string, at: number): { readonly text: string; readonly end: number } => {
  let out = '';
  let from = at;
  let index = at + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return { text: out + text.slice(from, index + 1), end: index + 1 };
    if (code < 0x20) {
      out += text.slice(from, index) + controlEscape(code);
      from = index + 1;
      index += 1;
    } else if (code === BACKSLASH) {
      const width = escapeWidth(text, index);
      if (width === 0) {
        out += text.slice(from, index);
        from = index + 1;
      }
      index += Math.max(1, width);
    } else index += 1;
  }
  return { text: out + text.slice(from), end: text.length };
};

const controlEscape = (code: number): string => `\\u00${code.toString(16).padStart(2, '0')}`;

/** Length of the escape that begins at a backslash; 0 where JSON knows none such. */
const escapeWidth = (text: string, at: number): number => {
  const next = text.charAt(at + 1);
  if (next === 'u') return /^[0-9a-f]{4}$/i.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return next !== '' && '"\\/bfnrt'.includes(next) ? 2 : 0;
};
