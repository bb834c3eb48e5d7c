import { withRoom } from './with-room.ts';

/** Who depends on whom, by number, in flat arrays: for each node its dependants in the order in which they came. */
export interface Edges {
  readonly add: (from: number, to: number, port: number) => void;
  /** Makes room for so many nodes. */
  readonly grow: (nodes: number) => void;
  /** First edge of a node, and the one after an edge; 0 where there is none. */
  readonly firstOf: (node: number) => number;
  readonly after: (edge: number) => number;
  readonly targetOf: (edge: number) => number;
  /** 0: either way. */
  readonly portOf: (edge: number) => number;
}

export const createEdges = (): Edges => {
  let first = new Int32Array(0);
  let last = new Int32Array(0);
  let next = new Int32Array(16);
  let target = new Int32Array(16);
  let port = new Int32Array(16);
  let count = 0;
  return {
    grow: (nodes) => {
      first = withRoom(first, nodes);
      last = withRoom(last, nodes);
    },
    add: (from, to, way) => {
      count += 1;
      next = withRoom(next, count + 1);
      target = withRoom(target, count + 1);
      port = withRoom(port, count + 1);
      target[count] = to;
      port[count] = way;
      if (first[from] === 0) first[from] = count;
      else next[last[from] as number] = count;
      last[from] = count;
    },
    firstOf: (node) => first[node] as number,
    after: (edge) => next[edge] as number,
    targetOf: (edge) => target[edge] as number,
    portOf: (edge) => port[edge] as number,
  };
};
