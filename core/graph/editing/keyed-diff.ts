import { same } from '../same.ts';

/** A change of a list of things with keys: what is needed to do it and to take it back. */
export interface KeyedDiff<T> {
  readonly added: ReadonlyMap<string, T>;
  readonly updated: ReadonlyMap<string, readonly [from: T, to: T]>;
  readonly removed: ReadonlyMap<string, T>;
  /** All keys in their order; absent where neither keys nor order changed. */
  readonly order?: readonly [from: readonly string[], to: readonly string[]];
}

type Keyed<T> = ReadonlyMap<string, T>;

/** Undefined where nothing changed. What is equal keeps its old object. */
export const diffKeyed = <T>(before: Keyed<T>, after: Keyed<T>): KeyedDiff<T> | undefined => {
  const added = new Map([...after].filter(([key]) => !before.has(key)));
  const removed = new Map([...before].filter(([key]) => !after.has(key)));
  const updated = new Map<string, readonly [T, T]>();
  for (const [key, to] of after) {
    const from = before.get(key);
    if (from !== undefined && from !== to && !same(from, to)) updated.set(key, [from, to]);
  }
  return withOrder({ added, updated, removed }, [[...before.keys()], [...after.keys()]]);
};

export const reverseKeyed = <T>({ added, updated, removed, order }: KeyedDiff<T>): KeyedDiff<T> => ({
  added: removed,
  removed: added,
  updated: new Map([...updated].map(([key, [from, to]]) => [key, [to, from]])),
  ...(order && { order: [order[1], order[0]] }),
});

export const applyKeyed = <T>(to: Keyed<T>, { added, updated, order }: KeyedDiff<T>): Keyed<T> => {
  const valueAt = (key: string): T | undefined => added.get(key) ?? updated.get(key)?.[1] ?? to.get(key);
  return new Map(
    [...(order ? order[1] : to.keys())].flatMap((key) => {
      const value = valueAt(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
};

/** One change that does what both do, one after the other; undefined where the second takes the first back. */
export const squashKeyed = <T>(first: KeyedDiff<T>, second: KeyedDiff<T>): KeyedDiff<T> | undefined => {
  const added = new Map(first.added);
  const updated = new Map(first.updated);
  const removed = new Map(first.removed);
  for (const [key, [from, to]] of second.updated) {
    if (added.has(key)) added.set(key, to);
    else put(updated, key, updated.get(key)?.[0] ?? from, to);
  }
  for (const [key, value] of second.removed) {
    if (added.delete(key)) continue;
    removed.set(key, updated.get(key)?.[0] ?? value);
    updated.delete(key);
  }
  for (const [key, value] of second.added) {
    const from = removed.get(key);
    if (from === undefined) added.set(key, value);
    else {
      removed.delete(key);
      put(updated, key, from, value);
    }
  }
  const from = first.order?.[0] ?? second.order?.[0];
  const to = second.order?.[1] ?? first.order?.[1];
  return withOrder({ added, updated, removed }, from && to && [from, to]);
};

const put = <T>(updated: Map<string, readonly [T, T]>, key: string, from: T, to: T) => {
  if (same(from, to)) updated.delete(key);
  else updated.set(key, [from, to]);
};

const withOrder = <T>(
  diff: Omit<KeyedDiff<T>, 'order'>,
  order: KeyedDiff<T>['order'],
): KeyedDiff<T> | undefined => {
  if (order && !sameKeys(...order)) return { ...diff, order };
  return diff.updated.size > 0 ? diff : undefined;
};

const sameKeys = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at]);
