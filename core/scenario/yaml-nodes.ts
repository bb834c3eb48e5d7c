import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
} from 'yaml';

/** Expanded values from which a text counts as a bomb; a full specification has a few hundred. */
const MOST_EXPANDED = 20_000;

export interface NodeFinding {
  readonly message: string;
  /** Where it begins, in UTF-16 units from the start. */
  readonly offset: number;
}

/**
 * Walks a composed document once and finds what the parser leaves to us: keys written twice, aliases
 * without an anchor or inside their own value, merge keys of something else than mappings, and aliases
 * that multiply into a bomb. Linear in the text: the size behind an anchor is counted once.
 */
export const checkNodes = (document: Document): readonly NodeFinding[] => {
  const findings: NodeFinding[] = [];
  const sizes = new Map<Node, number>();
  const open = new Set<Node>();
  const find = (node: unknown, message: string) => findings.push({ message, offset: startOf(node) });

  const sizeOf = (node: unknown): number => {
    if (isAlias(node)) return sizeBehind(node);
    if (!isMap(node) && !isSeq(node)) return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    open.add(node);
    let size = 1;
    if (isMap(node)) {
      checkKeys(node, (target) => resolved(target, document), find);
      for (const pair of node.items) size += sizeOf(pair.value);
    } else {
      for (const item of node.items) size += sizeOf(item);
    }
    open.delete(node);
    sizes.set(node, size);
    return size;
  };
  const sizeBehind = (alias: Alias): number => {
    const target = alias.resolve(document);
    if (target === undefined) find(alias, 'No anchor (&name) of this name stands before this alias.');
    else if (open.has(target)) find(alias, 'This alias stands inside the value that it repeats.');
    else return sizeOf(target);
    return 1;
  };

  if (sizeOf(document.contents) > MOST_EXPANDED) {
    find(document.contents, `With its aliases followed this has over ${MOST_EXPANDED} values.`);
  }
  return findings;
};

const checkKeys = (
  map: YAMLMap,
  resolve: (node: unknown) => unknown,
  find: (node: unknown, message: string) => void,
): void => {
  const seen = new Set<unknown>();
  for (const { key, value } of map.items) {
    if (isMergeKey(key)) {
      const source = resolve(value);
      const parts = isSeq(source) ? source.items.map(resolve) : [source];
      if (!parts.every(isMap)) find(key, 'A merge key (<<) takes a mapping, or a list of mappings.');
      continue;
    }
    const name = isScalar(key) ? key.value : key;
    if (seen.has(name)) find(key, 'This key appears twice in the same mapping.');
    seen.add(name);
  }
};

/** Several of them may stand in one mapping. */
export const isMergeKey = (key: unknown): boolean =>
  isScalar(key) && key.value === '<<' && (key.type === undefined || key.type === 'PLAIN');

/** What an alias stands for; any other node is itself. */
export const resolved = (node: unknown, document: Document): unknown =>
  isAlias(node) ? node.resolve(document) : node;

export const startOf = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);
