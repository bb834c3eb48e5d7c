import type { NodeRun } from '../../../../../core/contract/index.ts';
import type { CriticalPath } from '../../../../../core/projections/index.ts';
import { INPUT, OUTPUT, waysOf } from '../../../../state/graph/index.ts';
import type { RunTree } from '../../../../state/index.ts';
import { type CardPort, flowCard, flowWire, type WireEdge } from '../../../../ui/canvas/index.ts';
import type { Placed } from './place-shape.ts';
import type { RunFlowNode } from './run-card.tsx';
import type { RunShape } from './run-shape.ts';

interface FlowInput {
  readonly shape: RunShape;
  readonly placed: ReadonlyMap<string, Placed>;
  readonly tree: RunTree;
  readonly selectedId: string | null;
  readonly pausedAt: string | null;
  readonly critical: CriticalPath | null;
  /** Class of cards on the critical path. */
  readonly criticalClass: string;
}

/** The cards of a run as the canvas wants them; one of which nothing has changed is the object of the time before. */
export const runFlowNodes = (
  { shape, placed, tree, selectedId, pausedAt, critical, criticalClass }: FlowInput,
  before: ReadonlyMap<string, RunFlowNode>,
): ReadonlyMap<string, RunFlowNode> => {
  const path = new Set(critical?.nodes);
  const next = new Map<string, RunFlowNode>();
  for (const { id, form, frame } of shape.nodes) {
    const place = placed.get(id);
    const node = tree.byId.get(id);
    if (place === undefined || node === undefined) continue;
    const ports = portsOf(node.kind);
    const fresh: RunFlowNode = {
      ...flowCard({ id, place, size: place, ...ports }),
      type: form,
      ...(frame !== null && { parentId: frame }),
      selected: id === selectedId,
      ...(path.has(id) && { className: criticalClass }),
      zIndex: 0,
      ariaRole: 'group',
      ariaLabel: node.title,
      data: {
        ...ports,
        sum: tree.sums.get(id),
        stopsHere: id === pausedAt,
      },
    };
    const old = before.get(id);
    next.set(id, old !== undefined && isSame(old, fresh) ? old : fresh);
  }
  return next;
};

const isSame = (old: RunFlowNode, fresh: RunFlowNode): boolean =>
  old.type === fresh.type &&
  old.parentId === fresh.parentId &&
  old.position.x === fresh.position.x &&
  old.position.y === fresh.position.y &&
  old.width === fresh.width &&
  old.height === fresh.height &&
  old.selected === fresh.selected &&
  old.className === fresh.className &&
  old.data.stopsHere === fresh.data.stopsHere &&
  isSameSum(old.data.sum, fresh.data.sum);

const isSameSum = (one: RunFlowNode['data']['sum'], other: RunFlowNode['data']['sum']): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.nodes === other.nodes &&
    one.ended === other.ended &&
    one.failed === other.failed &&
    one.microUsd === other.microUsd &&
    one.outputTokens === other.outputTokens);

type Ports = { readonly inputs: readonly CardPort[]; readonly outputs: readonly CardPort[] };

const input: readonly CardPort[] = [{ id: INPUT, label: null, type: 'any', at: 0.5 }];
const plain: Ports = { inputs: input, outputs: [{ id: OUTPUT, label: null, type: 'text', at: 0.5 }] };

const portsOf = (kind: NodeRun['kind']): Ports => {
  const ways = waysOf({ kind });
  if (ways.length === 0) return plain;
  return {
    inputs: input,
    outputs: [
      ...ways.map((way, index) => ({ id: way, label: way, type: 'branch', at: 0.3 + 0.4 * index })),
      { id: OUTPUT, label: null, type: 'branch', at: 0.5, quiet: true },
    ],
  };
};

/** Wires of a run; after its end those of the critical path are drawn as such. */
export const runFlowWires = (shape: RunShape, critical: CriticalPath | null): WireEdge[] => {
  const steps = new Set(critical?.nodes.slice(1).map((id, index) => `${critical.nodes[index]}\n${id}`));
  return shape.wires.map((wire) => ({
    ...flowWire(wire, INPUT, {
      type: 'text',
      tone: steps.has(`${wire.from}\n${wire.to}`) ? 'critical' : undefined,
    }),
    focusable: false,
    selectable: false,
  }));
};
