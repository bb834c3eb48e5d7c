import type { NodeRun } from '../../../../../core/contract/index.ts';
import { OUTPUT, waysOf, wireId } from '../../../../state/graph/index.ts';
import type { RunTree } from '../../../../state/index.ts';
import { CARD } from '../../../../ui/canvas/index.ts';
import { orderOfWork } from './order-of-work.ts';

/** Something on the canvas of a run; inside of a frame where `frame` names one. */
export interface ShapeNode {
  readonly id: string;
  readonly frame: string | null;
  /** `frame`: the nodes that were added stand inside. `tile`: they are a list inside, because they are many. */
  readonly form: 'card' | 'frame' | 'tile';
}

export interface ShapeWire {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly port: string;
  readonly frame: string | null;
}

export interface RunShape {
  /** A frame comes before what stands in it. */
  readonly nodes: readonly ShapeNode[];
  readonly wires: readonly ShapeWire[];
}

/** More added nodes than this are a list and no cards. */
const MOST_CARDS = 40;
export const TILE = { width: 360, height: 312 } as const;

/** What is drawn of a run: its nodes, and inside of open groups what was added to them. */
export const runShape = (
  tree: RunTree,
  open: ReadonlySet<string>,
  wayOf: (from: string, to: string) => string | undefined,
): RunShape => {
  const nodes: ShapeNode[] = [];
  const wires: ShapeWire[] = [];
  const draw = (some: readonly NodeRun[], frame: string | null) => {
    const here = new Set(some.map(({ id }) => id));
    const around = frame === null ? undefined : tree.byId.get(frame);
    const order = around === undefined ? undefined : orderOfWork(around, some);
    for (const node of some) {
      const { id } = node;
      const inside = tree.children.get(id) ?? [];
      const form = inside.length === 0 || !open.has(id) ? 'card' : formOf(inside.length);
      nodes.push({ id, frame, form });
      for (const dep of order?.get(id) ?? node.deps) {
        if (!here.has(dep) || dep === id) continue;
        const way = wayOf(dep, id);
        const kind = tree.byId.get(dep)?.kind ?? 'task';
        const port = way !== undefined && waysOf({ kind }).includes(way) ? way : OUTPUT;
        wires.push({ id: wireId(dep, id), from: dep, to: id, port, frame });
      }
      if (form === 'frame') draw(inside, id);
    }
  };
  draw(tree.roots, null);
  return { nodes, wires };
};

const formOf = (count: number): ShapeNode['form'] => (count > MOST_CARDS ? 'tile' : 'frame');

export const sizeOfForm = (form: ShapeNode['form']): { readonly width: number; readonly height: number } =>
  form === 'tile' ? TILE : CARD;
