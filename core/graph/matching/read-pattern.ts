import { type Characters, isWordUnit, type Pattern, type PatternReading } from './pattern.ts';

/** Groups inside of groups; deeper ones are refused instead of exhausting the stack. */
const DEEPEST = 20;
/** Largest number in braces. */
const MOST_REPEATS = 200;

class Unreadable extends Error {}

const isDigit: Characters = (unit) => unit >= 0x30 && unit <= 0x39;
const isSpace: Characters = (unit) => /\s/.test(String.fromCharCode(unit));
const not =
  (of: Characters): Characters =>
  (unit) =>
    !of(unit);
const classes: Readonly<Record<string, Characters>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWordUnit,
  W: not(isWordUnit),
  s: isSpace,
  S: not(isSpace),
};
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

/** The unit in lower case, where that is one unit. */
const lower = (unit: number): number => {
  const text = String.fromCharCode(unit).toLowerCase();
  return text.length === 1 ? text.charCodeAt(0) : unit;
};

/**
 * Reads a regular expression without what makes matching dear: no backreferences, no looking ahead or behind. Case
 * does not matter. Says in words what it cannot read.
 */
export const readPattern = (text: string): PatternReading => {
  let at = 0;
  const fail = (problem: string): never => {
    throw new Unreadable(problem);
  };
  const either = (depth: number): Pattern => {
    if (depth > DEEPEST) fail('it has too many groups inside of each other');
    const parts = [sequence(depth)];
    while (text[at] === '|') {
      at += 1;
      parts.push(sequence(depth));
    }
    return parts.length === 1 ? (parts[0] as Pattern) : { kind: 'either', parts };
  };
  const sequence = (depth: number): Pattern => {
    const parts: Pattern[] = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') parts.push(repeated(depth));
    return { kind: 'sequence', parts };
  };
  const repeated = (depth: number): Pattern => {
    let part = single(depth);
    for (let bounds = repeatAt(); bounds; bounds = repeatAt()) {
      if (part.kind === 'place') fail('a place cannot be repeated');
      part = { kind: 'repeat', part, least: bounds[0], most: bounds[1] };
      // Whether it takes much or little makes no difference to whether it is there.
      if (text[at] === '?') at += 1;
    }
    return part;
  };
  const repeatAt = (): readonly [number, number | null] | undefined => {
    const sign = text[at];
    const simple = { '*': [0, null], '+': [1, null], '?': [0, 1] } as const;
    if (sign === '*' || sign === '+' || sign === '?') {
      at += 1;
      return simple[sign];
    }
    const braces = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(text.slice(at, at + 12));
    if (!braces) return undefined;
    at += braces[0].length;
    const least = Number(braces[1]);
    const most = braces[2] === undefined ? least : braces[3] === '' ? null : Number(braces[3]);
    if (least > MOST_REPEATS || (most ?? 0) > MOST_REPEATS)
      fail(`it repeats more than ${MOST_REPEATS} times`);
    if (most !== null && most < least) fail(`${braces[0]} repeats less than it begins with`);
    return [least, most];
  };
  const single = (depth: number): Pattern => {
    const sign = text[at] as string;
    at += 1;
    switch (sign) {
      case '(':
        return group(depth);
      case '[':
        return { kind: 'one', of: list() };
      case '.':
        return { kind: 'one', of: (unit) => unit !== 0x0a && unit !== 0x0d };
      case '^':
        return { kind: 'place', at: 'start' };
      case '$':
        return { kind: 'place', at: 'end' };
      case '*':
      case '+':
      case '?':
        return fail(`${sign} has nothing before it to repeat`);
      case '\\':
        return escaped();
      default:
        return { kind: 'one', of: exactly(sign.charCodeAt(0)) };
    }
  };
  const group = (depth: number): Pattern => {
    if (text[at] === '?') {
      if (text[at + 1] !== ':') fail('it looks ahead or behind, or names a group, which is not supported');
      at += 2;
    }
    const inside = either(depth + 1);
    if (text[at] !== ')') fail('a group is never closed');
    at += 1;
    return inside;
  };
  const escaped = (): Pattern => {
    if (text[at] === 'b' || text[at] === 'B') {
      at += 1;
      return { kind: 'place', at: text[at - 1] === 'b' ? 'word-edge' : 'no-word-edge' };
    }
    return { kind: 'one', of: escapedCharacters() };
  };
  /** What stands behind a backslash, inside of brackets and outside. */
  const escapedCharacters = (): Characters => {
    const sign = text[at] ?? fail('it ends with a backslash');
    at += 1;
    const known = Object.hasOwn(classes, sign) ? classes[sign] : undefined;
    if (known) return known;
    if (Object.hasOwn(controls, sign)) return exactly((controls[sign] as string).charCodeAt(0));
    if (/[1-9k]/.test(sign)) fail('it refers back to a group, which is not supported');
    if (/[a-zA-Z0]/.test(sign)) fail(`\\${sign} is not supported`);
    return exactly(sign.charCodeAt(0));
  };
  const list = (): Characters => {
    const isNegated = text[at] === '^';
    if (isNegated) at += 1;
    const members: Characters[] = [];
    while (text[at] !== ']' || members.length === 0) {
      if (at >= text.length) fail('a [ is never closed');
      members.push(member());
    }
    at += 1;
    const isMember: Characters = (unit) => members.some((of) => of(unit));
    return isNegated ? not(isMember) : isMember;
  };
  const member = (): Characters => {
    const sign = text[at] as string;
    at += 1;
    if (sign === '\\') return escapedCharacters();
    const from = sign.charCodeAt(0);
    const end = text[at + 1];
    if (text[at] !== '-' || end === undefined || end === ']' || end === '\\') return exactly(from);
    at += 2;
    const to = end.charCodeAt(0);
    if (to < from) fail(`${sign}-${end} ends before it begins`);
    return range(from, to);
  };
  try {
    const pattern = either(0);
    if (at < text.length) fail('a ) closes nothing');
    return { ok: true, pattern };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.message };
    throw error;
  }
};

const exactly = (unit: number): Characters => {
  const wanted = lower(unit);
  return (given) => given === wanted;
};

/** Units come in lower case, so a range of capitals means their small letters. */
const range = (from: number, to: number): Characters => {
  const reachesCapitals = from <= 0x5a && to >= 0x41;
  const [smallFrom, smallTo] = [Math.max(from, 0x41) + 32, Math.min(to, 0x5a) + 32];
  return (unit) => (unit >= from && unit <= to) || (reachesCapitals && unit >= smallFrom && unit <= smallTo);
};
