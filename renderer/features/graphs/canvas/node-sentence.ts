import type { Graph } from '../../../../core/graph/index.ts';
import { cardWords, type Neighbours } from '../../../state/graph/index.ts';

/** A node as it is read out: what it is, who does it, what stands before and behind it. */
export const nodeSentence = (graph: Graph, { before, behind }: Neighbours, id: string): string => {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined) return '';
  const { title, kind, agent, facts } = cardWords(node);
  const names = (ids: readonly string[] = []) =>
    ids.map((one) => graph.nodes.find((other) => other.id === one)?.title ?? one).join(', ');
  return [
    `${title}, ${kind.toLowerCase()}`,
    agent === null ? '' : `by ${agent}`,
    facts.join(', '),
    before.get(id)?.length ? `after ${names(before.get(id))}` : '',
    behind.get(id)?.length ? `before ${names(behind.get(id))}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
};
