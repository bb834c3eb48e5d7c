import type { ElkNode } from 'elkjs/lib/elk-api.js';

export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface LayoutWire {
  readonly from: string;
  readonly to: string;
}

export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Where columns and rows would be without a layout: by the longest way from a start, one below the other. */
export const placeByLevel = (nodes: readonly LayoutNode[], wires: readonly LayoutWire[]): Places => {
  const known = wiresAmong(nodes, wires).filter(({ from, to }) => from !== to);
  const waiting = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  const after = new Map<string, string[]>();
  for (const { from, to } of known) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const level = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  const ready = nodes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  for (let index = 0; index < ready.length; index += 1) {
    const id = ready[index] as string;
    for (const next of after.get(id) ?? []) {
      level.set(next, Math.max(level.get(next) ?? 0, (level.get(id) ?? 0) + 1));
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const rows = new Map<number, number>();
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  for (const { id, width, height } of nodes) {
    const column = level.get(id) ?? 0;
    const y = rows.get(column) ?? 0;
    places.set(id, { x: column * (width + GAP.column), y });
    rows.set(column, y + height + GAP.row);
  }
  return places;
};

const GAP = { column: 64, row: 32 } as const;

/** Notes have a place of their own, and so has what is held as one; wires to them ask nothing of a layout. */
const wiresAmong = (nodes: readonly LayoutNode[], wires: readonly LayoutWire[]): readonly LayoutWire[] => {
  const ids = new Set(nodes.map(({ id }) => id));
  return wires.filter(({ from, to }) => ids.has(from) && ids.has(to));
};

/** The question to the layout library. */
export const layoutQuestion = (nodes: readonly LayoutNode[], wires: readonly LayoutWire[]): ElkNode => ({
  id: 'graph',
  layoutOptions: {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.column),
    'elk.spacing.nodeNode': String(GAP.row),
    'elk.spacing.componentComponent': String(GAP.column),
    'elk.layered.nodePlacement.strategy': nodes.length > MANY ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.thoroughness': nodes.length > MANY ? '3' : '7',
    // Ways of wires are drawn by the canvas; this is the routing that costs least.
    'elk.edgeRouting': 'POLYLINE',
  },
  children: nodes.map(({ id, width, height }) => ({ id, width, height })),
  edges: wiresAmong(nodes, wires).map(({ from, to }, index) => ({
    id: String(index),
    sources: [from],
    targets: [to],
  })),
});

const MANY = 150;

/** The answer, on whole grid steps. */
export const placesOf = ({ children = [] }: ElkNode, grid: number): Places =>
  new Map(
    children.map(({ id, x = 0, y = 0 }) => [
      id,
      { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid },
    ]),
  );
