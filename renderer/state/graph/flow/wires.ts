import { type Graph, type GraphNode, outputTypeOf, portsOf } from '../../../../core/graph/index.ts';
import { OUTPUT } from './ports.ts';

/** A dependency as it is drawn. */
export interface GraphWire {
  readonly id: string;
  readonly from: string;
  /** Where it begins: a way of the node, or its only output. */
  readonly port: string;
  readonly to: string;
  readonly type: string;
}

/** No id of a node holds this sign. */
const BETWEEN = '\u0000';

export const wireId = (from: string, to: string): string => `${from}${BETWEEN}${to}`;

/** The two ends of a wire by its id. */
export const wireEnds = (id: string): { readonly from: string; readonly to: string } => {
  const [from = '', to = ''] = id.split(BETWEEN);
  return { from, to };
};

/** All dependencies between nodes that are there, each once. */
export const wiresOf = ({ nodes }: Pick<Graph, 'nodes'>): readonly GraphWire[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) =>
    node.deps.flatMap((dep) => {
      const from = byId.get(dep);
      return from === undefined || from === node ? [] : [wireOf(from, node)];
    }),
  );
};

const wireOf = (from: GraphNode, to: GraphNode): GraphWire => {
  const way = Object.hasOwn(to.ports, from.id) ? to.ports[from.id] : undefined;
  const port = way !== undefined && portsOf(from).includes(way) ? way : OUTPUT;
  return { id: wireId(from.id, to.id), from: from.id, port, to: to.id, type: outputTypeOf(from) ?? 'text' };
};
