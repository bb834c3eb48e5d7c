import type { GraphNode } from './graph.ts';

/** The kind that the file names where this version does not know it; such a node is held as a note and never runs. */
export const unknownKindOf = ({ kind, extra }: Pick<GraphNode, 'kind' | 'extra'>): string | undefined => {
  if (kind !== 'note' || !Object.hasOwn(extra, 'kind')) return undefined;
  const written = extra['kind'];
  return typeof written === 'string' ? written : (JSON.stringify(written) ?? '');
};
