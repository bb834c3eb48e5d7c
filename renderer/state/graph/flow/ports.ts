import { type GraphNode, type OutputType, outputTypeOf, portsOf } from '../../../../core/graph/index.ts';
import { isDrawnOnly } from '../kind-words.tsx';

/** A place of a card where a wire begins or ends. */
export interface GraphPort {
  readonly id: string;
  readonly label: string | null;
  readonly type: OutputType | 'any';
  /** Part of the card's height from the top. */
  readonly at: number;
  readonly quiet?: boolean;
}

/** The one place where wires end. */
export const INPUT = 'in';
/** Where a wire begins that asks for no way. */
export const OUTPUT = 'out';

/** What a node wants: maps and reduces work on a list, everything else takes what comes. */
const inputTypeOf = (node: GraphNode): OutputType | 'any' =>
  node.kind === 'map' || node.kind === 'reduce' ? 'list' : 'any';

export const inputPortsOf = (node: GraphNode): readonly GraphPort[] =>
  isDrawnOnly(node.kind) ? [] : [{ id: INPUT, label: null, type: inputTypeOf(node), at: 0.5 }];

/** One place, or one for each way; beside the ways a quiet one for dependants that take either. */
export const outputPortsOf = (node: GraphNode): readonly GraphPort[] => {
  const type = outputTypeOf(node);
  if (type === null) return [];
  const ways = portsOf(node);
  if (ways.length === 0) return [{ id: OUTPUT, label: null, type, at: 0.5 }];
  return [
    ...ways.map((way, index) => ({ id: way, label: way, type, at: 0.3 + 0.4 * index })),
    { id: OUTPUT, label: null, type, at: 0.5, quiet: true },
  ];
};

/** Whether a wire may go from one node to the other, apart from cycles. Lists are read out of text leniently. */
export const fits = (from: GraphNode, to: GraphNode): boolean => {
  if (isDrawnOnly(from.kind) || isDrawnOnly(to.kind) || from.id === to.id) return false;
  return inputTypeOf(to) === 'any' || outputTypeOf(from) !== 'branch';
};
