import type { GraphNode } from '../graph.ts';
import { namedNodes } from './fill-template.ts';
import { parseTemplate } from './parse-template.ts';
import { isOverTemplate } from './templates-of.ts';

/** Ids that a node names outside of its prompt, in `over` or as a condition's input: it cannot start before them. */
export const sourcesOf = (node: GraphNode): readonly string[] => {
  if (node.kind === 'condition') return node.input === null ? [] : namedNodes(parseTemplate(node.input));
  if (node.kind !== 'map' && node.kind !== 'reduce') return [];
  if (node.over === '') return [];
  return isOverTemplate(node.over) ? namedNodes(parseTemplate(node.over)) : [node.over];
};
