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
export const canonicalJson = (value: unknown): string => {
  const ordered = order(value, 0);
  return ordered === UNORDERED ? write(value, 0) : JSON.stringify(ordered);
};

/** Stands for a value with a member that no object literal keeps in its place. */
const UNORDERED = undefined;

/**
 * The value with its members in order, for the engine's own `stringify`: three times as fast as putting the
 * text together here, and the text is in one piece, which hashing and posting it want.
 */
const order = (value: unknown, depth: number): unknown => {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw unfit('a text with half of a surrogate pair');
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw unfit(`the number ${value}`);
      return value;
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      if (depth > DEEPEST) throw unfit('a value that holds itself or is nested too deeply');
      return Array.isArray(value) ? orderList(value, depth + 1) : orderObject(value, depth + 1);
    default:
      throw unfit(`a value of type ${typeof value}`);
  }
};

const orderList = (list: readonly unknown[], depth: number): unknown => {
  const ordered: unknown[] = [];
  // By index: `map` would pass over the holes of a sparse list.
  for (let index = 0; index < list.length; index += 1) {
    const item = order(list[index], depth);
    if (item === UNORDERED) return UNORDERED;
    ordered.push(item);
  }
  return ordered;
};

const orderObject = (object: object, depth: number): unknown => {
  if (!isPlain(object)) throw unfit(`an instance of ${object.constructor?.name ?? 'a class'}`);
  const ordered: Record<string, unknown> = {};
  for (const name of sortedNames(object)) {
    const member = (object as Record<string, unknown>)[name];
    if (member === undefined) continue;
    if (!keepsItsPlace(name)) return UNORDERED;
    const item = order(member, depth);
    if (item === UNORDERED) return UNORDERED;
    ordered[name] = item;
  }
  return ordered;
};

/** Engines put names that look like an index first, and `__proto__` is no member in an assignment. */
const keepsItsPlace = (name: string): boolean => {
  const first = name.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  if (name === '__proto__') return false;
  if (!name.isWellFormed()) throw unfit('a text with half of a surrogate pair');
  return true;
};

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
