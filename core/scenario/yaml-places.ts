import { type Document, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { InputPath } from './input-path.ts';
import { isMergeKey, resolved, startOf } from './yaml-nodes.ts';

/**
 * Offset of the value at a path, or of its key: where a value is empty, only its key can be seen. For a
 * path that leads nowhere (a missing key) the nearest thing on the way there.
 */
export const offsetOf = (document: Document, path: InputPath, at: 'key' | 'value'): number => {
  let node: unknown = document.contents;
  let key: unknown;
  for (const step of path) {
    const container = resolved(node, document);
    if (isSeq(container) && typeof step === 'number' && isNode(container.items[step])) {
      node = container.items[step];
      key = undefined;
      continue;
    }
    const pair = isMap(container) ? pairOf(container, String(step), document) : undefined;
    if (!pair) return startOf(key ?? node);
    node = pair.value;
    key = pair.key;
  }
  const empty = !isNode(node) || (isScalar(node) && (node.value === null || node.value === ''));
  return startOf((at === 'key' || empty ? key : undefined) ?? node);
};

/** The pair that counts: the mapping's own, else one that a merge key brings in. */
const pairOf = (map: YAMLMap, name: string, document: Document): Pair | undefined => {
  const own = map.items.find(({ key }) => isScalar(key) && !isMergeKey(key) && String(key.value) === name);
  if (own) return own;
  for (const { key, value } of map.items) {
    if (!isMergeKey(key)) continue;
    const source = resolved(value, document);
    for (const part of isSeq(source) ? source.items : [source]) {
      const merged = resolved(part, document);
      const found = isMap(merged) ? pairOf(merged, name, document) : undefined;
      if (found) return found;
    }
  }
  return undefined;
};
