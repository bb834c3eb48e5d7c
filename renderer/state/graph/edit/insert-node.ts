import { type Graph, type GraphNode, portsOf } from '../../../../core/graph/index.ts';
import { CARD_SIZE, sizeOf } from '../flow/node-size.ts';
import { fits } from '../flow/ports.ts';
import type { Places } from '../layout/layout-graph.ts';
import { addNodes, connect, disconnect } from './change-nodes.ts';
import { freshId, idsOf, type NodePattern, nodeFrom } from './new-node.ts';

/** Where a new node goes, and what it is wired to. */
export interface Insertion {
  readonly x: number;
  readonly y: number;
  /** The node it comes behind, and the way that is taken. */
  readonly behind?: { readonly from: string; readonly way: string | null };
  /** The node it comes before. */
  readonly before?: string;
}

/** A node made from a pattern, free of wires. */
export const newNode = (graph: Graph, pattern: NodePattern, x: number, y: number): GraphNode | undefined => {
  const id = freshId(pattern.word.replace(/^Agent /, ''), idsOf(graph));
  return nodeFrom({ id, ...pattern.data, position: { x, y } });
};

/** The graph with one node more, wired as asked; between two nodes it takes the place of their wire. */
export const insertNode = (graph: Graph, node: GraphNode, { behind, before }: Insertion): Graph => {
  let next = addNodes(graph, [node]);
  if (behind !== undefined && before !== undefined) {
    next = disconnect(next, [{ from: behind.from, to: before }]);
  }
  if (behind !== undefined) next = connect(next, behind.from, node.id, behind.way);
  if (before !== undefined) next = connect(next, node.id, before, portsOf(node)[0] ?? null);
  return next;
};

/** Patterns that could stand behind or before a node. */
export const patternsThatFit = (
  patterns: readonly NodePattern[],
  graph: Graph,
  { behind, before }: Pick<Insertion, 'behind' | 'before'>,
): readonly NodePattern[] => {
  if (behind === undefined && before === undefined) return patterns;
  const from = graph.nodes.find(({ id }) => id === behind?.from);
  const to = graph.nodes.find(({ id }) => id === before);
  return patterns.filter((pattern) => {
    const node = nodeFrom({ id: '\u0001new', ...pattern.data });
    return (
      node !== undefined && (from === undefined || fits(from, node)) && (to === undefined || fits(node, to))
    );
  });
};

const STEP = CARD_SIZE.height + 32;
const ASIDE = CARD_SIZE.width + 80;

/** The nearest place from a point downwards where a card covers no other. */
export const freePlace = (
  nodes: readonly GraphNode[],
  places: Places,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } => {
  const boxes = nodes.flatMap((node) => {
    const place = places.get(node.id);
    return node.kind === 'frame' || place === undefined ? [] : [{ ...place, ...sizeOf(node) }];
  });
  const covers = (top: number) =>
    boxes.some(
      (box) =>
        x < box.x + box.width &&
        x + CARD_SIZE.width > box.x &&
        top < box.y + box.height &&
        top + CARD_SIZE.height > box.y,
    );
  let top = y;
  while (covers(top)) top += STEP;
  return { x, y: top };
};

/** The place a column behind a node. */
export const placeBehind = (nodes: readonly GraphNode[], places: Places, id: string) => {
  const place = places.get(id) ?? { x: 0, y: 0 };
  return freePlace(nodes, places, place.x + ASIDE, place.y);
};
