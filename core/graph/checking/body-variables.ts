import type { Graph, GraphNode } from '../graph.ts';
import { named } from '../named.ts';
import { type BodyVariable, bodyVariables } from '../templates/parse-template.ts';
import { graphNameOf } from './check-graphs.ts';

const IN_MAP = 1;
const IN_LOOP = 2;

/**
 * Variables of bodies that a graph of the file lacks in some of its uses, by name of the graph; a graph that nothing
 * uses lacks none. In a map there are item and index, in a loop previous and iteration, however deep.
 */
export const lackingVariables = (file: Graph): ReadonlyMap<string, ReadonlySet<BodyVariable>> => {
  const surroundings = new Map<string, Set<number>>();
  const open: [string, number][] = [];
  const use = (graph: Graph, around: number) => {
    const seen = new Set<string>();
    for (const node of graph.nodes) {
      const name = graphNameOf(node);
      if (name === null || !named(file.graphs, name)) continue;
      const inside = around | addedBy(node);
      const key = `${inside} ${name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const known = surroundings.get(name) ?? new Set();
      if (known.has(inside)) continue;
      surroundings.set(name, known.add(inside));
      open.push([name, inside]);
    }
  };
  use(file, 0);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const graph = named(file.graphs, at[0]);
    if (graph) use(graph, at[1]);
  }
  return new Map([...surroundings].map(([name, all]) => [name, lackingIn(all)]));
};

const addedBy = ({ kind }: GraphNode): number => (kind === 'map' ? IN_MAP : kind === 'loop' ? IN_LOOP : 0);

const lackingIn = (all: ReadonlySet<number>): ReadonlySet<BodyVariable> =>
  new Set(
    bodyVariables.filter((name) => {
      const needed = name === 'item' || name === 'index' ? IN_MAP : IN_LOOP;
      return [...all].some((around) => (around & needed) === 0);
    }),
  );
