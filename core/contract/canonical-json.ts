import { AgentNetError } from './errors/agent-net-error.ts';

/** Deeper than any record of ours; a cycle ends here instead of in an exhausted stack. */
const DEEPEST = 512;

/**
 * JSON in the one form of RFC 8785: members sorted by the UTF-16 units of their names, no white space,
 * numbers and strings as ECMAScript writes them. Equal values give equal bytes, whatever order they were
 * built in; hashes, digests and comparisons rest on it.
 *
 * A member that is undefined is left out, as an absent one. Throws `internal` for what JSON has no form
 * for: NaN, Infinity, bigint, functions, symbols, undefined inside a list, lone surrogates, instances of
 * classes (dates and maps too: their meaning is not in their own members), cycles.
 */
export const canonicalJson = (value: unknown): string => write(value, 0);

const write = (value: unknown, depth: number): string => {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isFinite(value)) throw unfit(`the number ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth > DEEPEST) throw unfit('a value that holds itself or is nested too deeply');
      return Array.isArray(value) ? writeList(value, depth + 1) : writeObject(value, depth + 1);
    default:
      throw unfit(`a value of type ${typeof value}`);
  }
};

/** Nothing in such a text needs an escape, and a short one is looked through faster than `stringify` is called. */
const needsNoEscape = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
const SHORT = 64;

const writeString = (text: string): string => {
  if (text.length <= SHORT && needsNoEscape.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw unfit('a text with half of a surrogate pair');
  return JSON.stringify(text);
};

const writeList = (list: readonly unknown[], depth: number): string => {
  let result = '';
  // By index: `map` and `join` would pass over the holes of a sparse list.
  for (let index = 0; index < list.length; index += 1) {
    result += index === 0 ? write(list[index], depth) : `,${write(list[index], depth)}`;
  }
  return `[${result}]`;
};

const writeObject = (object: object, depth: number): string => {
  if (!isPlain(object)) throw unfit(`an instance of ${object.constructor?.name ?? 'a class'}`);
  let result = '';
  for (const name of sortedNames(object)) {
    const member = (object as Record<string, unknown>)[name];
    if (member === undefined) continue;
    const text = `${writeString(name)}:${write(member, depth)}`;
    result = result === '' ? text : `${result},${text}`;
  }
  return `{${result}}`;
};

/** An object literal of any realm, or one without a prototype. */
const isPlain = (object: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
};

/** Names in the order of their UTF-16 units, which is what `sort` and `<` compare; often sorted already. */
const sortedNames = (object: object): readonly string[] => {
  const names = Object.keys(object);
  for (let index = 1; index < names.length; index += 1) {
    if ((names[index - 1] as string) > (names[index] as string)) return names.sort();
  }
  return names;
};

const unfit = (what: string): AgentNetError =>
  new AgentNetError('internal', `Canonical JSON has no form for ${what}.`);
