import { type Characters, isWordUnit, type Pattern, type PatternReading } from './pattern.ts';
import { readPattern } from './read-pattern.ts';

/** One step of a compiled pattern; numbers are steps that may follow. */
type Step =
  | { readonly kind: 'one'; readonly of: Characters; next: number }
  | { readonly kind: 'place'; readonly at: Extract<Pattern, { kind: 'place' }>['at']; next: number }
  | { readonly kind: 'fork'; nexts: number[] }
  | { readonly kind: 'found' };

/** More steps than this are refused: matching costs steps times characters. */
const MOST_STEPS = 500;
/** UTF-16 units of a text that are looked at. */
const MOST_UNITS = 100_000;

export type Matcher =
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly problem: string };

/**
 * A regular expression as a machine that is in all of its states at once: linear in the length of the text, whatever
 * the pattern. Looks at the first 100,000 characters, without regard to case.
 * K. Thompson: Regular Expression Search Algorithm. Communications of the ACM 11 (1968).
 */
export const compilePattern = (text: string): Matcher => {
  const reading: PatternReading = readPattern(text);
  if (!reading.ok) return reading;
  const steps: Step[] = [];
  const begin = build(reading.pattern, steps, add(steps, { kind: 'found' }));
  if (begin === undefined) return { ok: false, problem: 'it is too long once its repeats are written out' };
  return { ok: true, test: (input) => run(steps, begin, input.slice(0, MOST_UNITS).toLowerCase()) };
};

const add = (steps: Step[], step: Step): number => steps.push(step) - 1;

/** Puts the steps of a pattern before the step `next` and gives the first of them; undefined when they are too many. */
const build = (pattern: Pattern, steps: Step[], next: number): number | undefined => {
  if (steps.length > MOST_STEPS) return undefined;
  switch (pattern.kind) {
    case 'one':
    case 'place':
      return add(steps, { ...pattern, next });
    case 'sequence': {
      let first: number | undefined = next;
      for (const part of pattern.parts.toReversed()) {
        if (first !== undefined) first = build(part, steps, first);
      }
      return first;
    }
    case 'either': {
      const nexts: number[] = [];
      for (const part of pattern.parts) {
        const first = build(part, steps, next);
        if (first === undefined) return undefined;
        nexts.push(first);
      }
      return add(steps, { kind: 'fork', nexts });
    }
    case 'repeat':
      return buildRepeat(pattern, steps, next);
    default:
      return pattern satisfies never;
  }
};

const buildRepeat = (
  { part, least, most }: Extract<Pattern, { kind: 'repeat' }>,
  steps: Step[],
  next: number,
): number | undefined => {
  let first: number | undefined = next;
  if (most === null) {
    const fork: Step = { kind: 'fork', nexts: [next] };
    first = add(steps, fork);
    const again = build(part, steps, first);
    if (again === undefined) return undefined;
    fork.nexts.push(again);
  }
  for (let time = least; time < (most ?? least) && first !== undefined; time += 1) {
    const inside: number | undefined = build(part, steps, first);
    first = inside === undefined ? undefined : add(steps, { kind: 'fork', nexts: [next, inside] });
  }
  for (let time = 0; time < least && first !== undefined; time += 1) first = build(part, steps, first);
  return first;
};

const run = (steps: readonly Step[], begin: number, text: string): boolean => {
  let states: number[] = [];
  const seenAt = new Int32Array(steps.length).fill(-1);
  for (let place = 0; ; place += 1) {
    const open = [...states, begin];
    const reading: number[] = [];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (seenAt[number] === place) continue;
      seenAt[number] = place;
      const step = steps[number] as Step;
      if (step.kind === 'found') return true;
      if (step.kind === 'fork') open.push(...step.nexts);
      else if (step.kind === 'one') reading.push(number);
      else if (isAt(step.at, text, place)) open.push(step.next);
    }
    if (place >= text.length) return false;
    const unit = text.charCodeAt(place);
    states = [];
    for (const number of reading) {
      const step = steps[number] as Extract<Step, { kind: 'one' }>;
      if (step.of(unit)) states.push(step.next);
    }
  }
};

const isAt = (wanted: Extract<Pattern, { kind: 'place' }>['at'], text: string, place: number): boolean => {
  switch (wanted) {
    case 'start':
      return place === 0;
    case 'end':
      return place === text.length;
    default: {
      const isEdge = isWordAt(text, place - 1) !== isWordAt(text, place);
      return isEdge === (wanted === 'word-edge');
    }
  }
};

const isWordAt = (text: string, place: number): boolean =>
  place >= 0 && place < text.length && isWordUnit(text.charCodeAt(place));
