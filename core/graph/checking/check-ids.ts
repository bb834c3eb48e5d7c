import type { GraphNode } from '../graph.ts';
import { type GraphProblem, graphError } from '../graph-problem.ts';
import type { CheckContext } from './check-context.ts';

/** Ids that are used twice, and ids that will belong to what happens inside of another node. */
export const checkIds = ({ graph, ids }: CheckContext): readonly GraphProblem[] => {
  const problems: GraphProblem[] = [];
  const seen = new Set<string>();
  for (const { id } of graph.nodes) {
    if (seen.has(id)) {
      const message = `The id "${id}" is used more than once.`;
      problems.push(graphError('duplicate-id', id, message, 'Give every node an id of its own.'));
    }
    seen.add(id);
  }
  for (const id of ids.keys()) {
    const holder = holderOf(id, ids);
    if (holder === undefined) continue;
    const message = `The id "${id}" begins like those of the nodes inside of "${holder}".`;
    problems.push(
      graphError('duplicate-id', id, message, `Give it an id that does not begin with "${holder}".`),
    );
  }
  return problems;
};

/** Nodes of these kinds have others in them, as `id/inner`, `id[3]` or `id#2/step`. */
const holds = ({ kind }: GraphNode): boolean =>
  kind === 'subgraph' || kind === 'map' || kind === 'loop' || kind === 'reduce' || kind === 'delegate';

const holderOf = (id: string, ids: ReadonlyMap<string, GraphNode>): string | undefined => {
  for (let at = 1; at < id.length; at += 1) {
    if (!'/[#'.includes(id[at] as string)) continue;
    const node = ids.get(id.slice(0, at));
    if (node && holds(node)) return node.id;
  }
  return undefined;
};
