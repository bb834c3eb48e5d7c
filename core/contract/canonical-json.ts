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

/** Not everywhere yet; what it gives is written by `stringify` as it is. */
const { rawJSON } = JSON as { readonly rawJSON?: (text: string) => unknown };

/** Records that are kept, in the form that `order` gives them, their texts escaped. */
const kept = new WeakMap<object, unknown>();

/**
 * Freezes a record of long texts that will be part of many values, as the first message of an agent is: its texts
 * are escaped once and not in each of those values. Throws as `canonicalJson` does.
 */
export const keepCanonical = <T extends Readonly<Record<string, string>>>(record: T): T => {
  const ordered = order(record, 0);
  if (rawJSON && ordered !== UNORDERED) {
    const escaped = Object.entries(ordered as T).map(([name, text]) => [name, rawJSON(JSON.stringify(text))]);
    kept.set(record, Object.fromEntries(escaped));
  }
  return Object.freeze(record);
};

/** Stands for a value with a member that no object literal keeps in its place. */
const UNORDERED = undefined;

/**
 * The value with its members in order, itself where they are, for the engine's own `stringify`: three times as fast as putting the
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
      if (Array.isArray(value)) return orderList(value, depth + 1);
      return kept.get(value) ?? orderObject(value, depth + 1);
    default:
      throw unfit(`a value of type ${typeof value}`);
  }
};

const orderList = (list: readonly unknown[], depth: number): unknown => {
  let ordered: unknown[] | null = null;
  // By index: `map` would pass over the holes of a sparse list.
  for (let index = 0; index < list.length; index += 1) {
    const item = order(list[index], depth);
    if (item === UNORDERED) return UNORDERED;
    if (item !== list[index]) ordered ??= list.slice(0, index);
    ordered?.push(item);
  }
  return ordered ?? list;
};

const orderObject = (object: object, depth: number): unknown => {
  if (!isPlain(object)) throw unfit(`an instance of ${object.constructor?.name ?? 'a class'}`);
  const { sorted, keepTheirPlace, isSorted } = orderOf(object);
  if (!keepTheirPlace) return UNORDERED;
  const members = object as Readonly<Record<string, unknown>>;
  // An object that is in order through and through needs no copy; nearly all of the records that are written often are.
  let ordered: Record<string, unknown> | null = isSorted ? null : {};
  for (let index = 0; index < sorted.length; index += 1) {
    const name = sorted[index] as string;
    const member = members[name];
    if (member === undefined) continue;
    const item = order(member, depth);
    if (item === UNORDERED) return UNORDERED;
    if (item !== member)
      ordered ??= Object.fromEntries(sorted.slice(0, index).map((one) => [one, members[one]]));
    if (ordered) ordered[name] = item;
  }
  return ordered ?? object;
};

/** The same text put together here, for what `order` cannot express; all but the lists and objects is checked there. */
const write = (value: unknown, depth: number): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(order(value, depth));
  if (depth > DEEPEST) throw unfit('a value that holds itself or is nested too deeply');
  return Array.isArray(value) ? writeList(value, depth + 1) : writeObject(value, depth + 1);
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
  for (const name of orderOf(object).sorted) {
    const member = (object as Record<string, unknown>)[name];
    if (member === undefined) continue;
    const text = `${write(name, depth)}:${write(member, depth)}`;
    result = result === '' ? text : `${result},${text}`;
  }
  return `{${result}}`;
};

/** An object literal of any realm, or one without a prototype. */
const isPlain = (object: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
};

interface Order {
  /** Names as the object has them, and in the order of their UTF-16 units, which is what `sort` compares. */
  readonly given: readonly string[];
  readonly sorted: readonly string[];
  /** False where an object literal would not keep them in that order. */
  readonly keepTheirPlace: boolean;
  readonly isSorted: boolean;
}

/** Orders met before, by the first name: records come in few shapes, and sorting is what would take longest. */
const orders = new Map<string, readonly Order[]>();
let ordersKept = 0;
/** Enough for the shapes of our own records; objects with names of a user's choice find the list full. */
const MOST_ORDERS = 256;

const orderOf = (object: object): Order => {
  const given = Object.keys(object);
  const first = given[0] ?? '';
  const known = orders.get(first) ?? [];
  for (const one of known) if (sameNames(one.given, given)) return one;
  const sorted = [...given].sort();
  const isSorted = sameNames(given, sorted);
  const found = { given, sorted, keepTheirPlace: given.every(keepsItsPlace), isSorted };
  if (ordersKept < MOST_ORDERS) {
    ordersKept += 1;
    orders.set(first, [...known, found]);
  }
  return found;
};

/**
 * Engines put names that look like an index first, and `__proto__` is no member in an assignment. A name that
 * is not well-formed is left to `write`, which refuses it.
 */
const keepsItsPlace = (name: string): boolean => {
  const first = name.charCodeAt(0);
  return !(first >= 0x30 && first <= 0x39) && name !== '__proto__' && name.isWellFormed();
};

const sameNames = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
};

const unfit = (what: string): AgentNetError =>
  new AgentNetError('internal', `Canonical JSON has no form for ${what}.`);
