export interface FoundJson {
  readonly value: Readonly<Record<string, unknown>>;
  /** Place of the object, its fence included, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Places tried in one text, so that a text made of braces stays linear. */
const MAX_ATTEMPTS = 8;
const MAX_DEPTH = 64;
const knownKeys = [
  'position',
  'answer',
  'claims',
  'confidence',
  'vote',
  'ranking',
  'decision',
  'next',
  'objections',
  'choice',
  'ideas',
];

/** The end of the object that opens at `start`, and what would close it when the text stops inside it. */
const scanObject = (
  text: string,
  start: number,
): { readonly end: number; readonly missing: string } | undefined => {
  const open: string[] = [];
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? '}' : ']');
      if (open.length > MAX_DEPTH) return undefined;
    } else if (code === 0x7d || code === 0x5d) {
      if (open.pop() !== text.charAt(index)) return undefined;
      if (open.length === 0) return { end: index + 1, missing: '' };
    }
  }
  return { end: text.length, missing: `${inString ? '"' : ''}${open.reverse().join('')}` };
};

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return knownKeys.some((key) => Object.hasOwn(value, key))
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Takes the fence around an object along, so that the prose beside it reads on. */
const withFence = (text: string, start: number, end: number) => {
  const before = /```[a-z]{0,8}\s*$/i.exec(text.slice(Math.max(0, start - 24), start));
  const after = /^\s*```/.exec(text.slice(end, end + 24));
  return { start: start - (before?.[0].length ?? 0), end: end + (after?.[0].length ?? 0) };
};

const beginsLine = (text: string, at: number): boolean => {
  let before = at - 1;
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before -= 1;
  return before < 0 || text.charAt(before) === '\n';
};

/**
 * The answer's JSON object wherever it stands: the whole text, in a fence, or after prose. An object must
 * begin a line and hold a key we know. One that was cut off at its end is closed where that is enough.
 */
export const findJson = (text: string): FoundJson | undefined => {
  let at = text.indexOf('{');
  for (let attempts = 0; at >= 0 && attempts < MAX_ATTEMPTS; ) {
    let next = at + 1;
    if (beginsLine(text, at)) {
      attempts += 1;
      const span = scanObject(text, at);
      if (span) {
        const body = text.slice(at, span.end);
        const value = parsed(body) ?? (span.missing === '' ? undefined : parsed(body + span.missing));
        if (value) return { value, ...withFence(text, at, span.end) };
        if (span.missing === '') next = span.end;
      }
    }
    at = text.indexOf('{', next);
  }
  return undefined;
};
