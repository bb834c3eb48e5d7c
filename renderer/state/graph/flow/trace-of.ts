import { type Neighbours, reachedFrom } from './graph-walk.ts';
import { type GraphWire, wireEnds } from './wires.ts';

/** Where values come from: the nodes and wires on their way, and the ports that the wires begin at. */
export interface Trace {
  readonly nodes: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
  readonly ports: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Everything that what is selected hangs on: of a node all that it waits for, of a wire only what comes through it.
 * Linear in nodes and wires.
 */
export const traceOf = (
  all: readonly GraphWire[],
  { before }: Pick<Neighbours, 'before'>,
  selected: { readonly nodes: ReadonlySet<string>; readonly wires: ReadonlySet<string> },
): Trace => {
  const sources = [...selected.wires].map((id) => wireEnds(id).from);
  const reached = reachedFrom([...selected.nodes, ...sources], before);
  const nodes = new Set(reached);
  for (const id of selected.wires) nodes.add(wireEnds(id).to);
  const wires = new Set<string>();
  const ports = new Map<string, Set<string>>();
  for (const { id, from, to, port } of all) {
    if (!reached.has(to) && !selected.wires.has(id)) continue;
    wires.add(id);
    ports.set(from, (ports.get(from) ?? new Set()).add(port));
  }
  return { nodes, wires, ports };
};
