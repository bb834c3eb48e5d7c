import { type Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { isPlainMap, type PlainMap, sameData } from './same-data.ts';

/**
 * Makes the differences between two states of a graph's data in its document, and nothing else: comments, order, and
 * what a file says although it goes without saying stay as they are.
 */
export const patchDocument = (document: Document, before: PlainMap, after: PlainMap): void => {
  if (!isMap(document.contents)) document.contents = document.createNode({});
  patchMap(document, document.contents as YAMLMap, before, after);
};

const patchMap = (document: Document, map: YAMLMap, before: PlainMap, after: PlainMap): void => {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) map.delete(key);
  }
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    if (Object.hasOwn(before, key) && sameData(old, value)) continue;
    const item = map.get(key, true) as unknown;
    if (isPlainMap(old) && isPlainMap(value) && isMap(item)) patchMap(document, item, old, value);
    else if (areNodes(old) && areNodes(value) && isSeq(item)) patchNodes(document, item, old, value);
    else if (isScalar(item) && isLeaf(value)) item.value = value;
    else map.set(key, newItem(document, value, item));
  }
};

/** A list keeps the way it is written, in one line or in several. */
const newItem = (document: Document, value: unknown, before: unknown): unknown => {
  if (!Array.isArray(value) || !value.every(isLeaf)) return document.createNode(value);
  return document.createNode(value, { flow: isSeq(before) ? before.flow === true : true });
};

const isLeaf = (value: unknown): boolean => value === null || typeof value !== 'object';

type Identified = PlainMap & { readonly id: string };

const areNodes = (value: unknown): value is readonly Identified[] =>
  Array.isArray(value) && value.every((item) => isPlainMap(item) && typeof item['id'] === 'string');

const patchNodes = (
  document: Document,
  list: YAMLSeq,
  before: readonly Identified[],
  after: readonly Identified[],
): void => {
  const [first] = list.items;
  if (isMap(first) && typeof list.commentBefore === 'string') {
    // The reader gives the comment above the first node to the list; it goes where that node goes.
    first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join('\n');
    list.commentBefore = null;
  }
  const items = itemsById(list);
  const old = new Map(before.map((node) => [node.id, node]));
  const ids = new Set(after.map(({ id }) => id));
  const taken = new Set<string>();
  list.items = after.map((node, index) => {
    const was =
      old.has(node.id) && !taken.has(node.id) ? node.id : renamedFrom(before[index], old, ids, taken);
    const item = was === undefined ? undefined : items.get(was);
    const data = was === undefined ? undefined : old.get(was);
    if (was === undefined || item === undefined || data === undefined) return freshNode(document, node);
    taken.add(was);
    patchMap(document, item, data, node);
    return item;
  });
};

/** A node that stands where another stood that is gone is the same one under another id. */
const renamedFrom = (
  there: Identified | undefined,
  old: ReadonlyMap<string, Identified>,
  ids: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): string | undefined =>
  there !== undefined && old.has(there.id) && !ids.has(there.id) && !taken.has(there.id)
    ? there.id
    : undefined;

const itemsById = (list: YAMLSeq): ReadonlyMap<string, YAMLMap> => {
  const items = new Map<string, YAMLMap>();
  for (const item of list.items) {
    if (!isMap(item)) continue;
    const id = item.get('id');
    if (typeof id === 'string' && !items.has(id)) items.set(id, item);
  }
  return items;
};

/** Short lists and places stand in one line, as people write them. */
const freshNode = (document: Document, data: PlainMap): Node => {
  const node = document.createNode({}) as YAMLMap;
  for (const [key, value] of Object.entries(data)) {
    const flow =
      key === 'position' || key === 'size' || (Array.isArray(value) && value.every((item) => isLeaf(item)));
    node.set(key, document.createNode(value, { flow }));
  }
  return node;
};
