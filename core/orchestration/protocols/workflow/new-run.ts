import type { GraphNode } from '../../../graph/index.ts';
import type { SpentBudget } from '../protocol.ts';
import type { NodeRun, Scope } from './node-run.ts';

export const nameOf = (reference: string): string => reference.split('@', 1)[0] ?? reference;

/** Who acts in a node; null where nobody does. */
const agentOf = (node: GraphNode): string | null => {
  switch (node.kind) {
    case 'task':
    case 'reduce':
      return nameOf(node.agent);
    case 'delegate':
      return nameOf(node.planner);
    default:
      return null;
  }
};

const budgetOf = (node: GraphNode, id: string): SpentBudget | null => {
  if (!('budget' in node) || node.budget === null) return null;
  const none = () => ({ spent: 0, reserved: 0 });
  return { node: id, caps: node.budget, tokens: none(), microUsd: none() };
};

/** A node before it begins. */
export const newRun = (about: {
  readonly id: string;
  readonly node: GraphNode;
  readonly scope: Scope;
  readonly parent: NodeRun | null;
  readonly round: number;
  readonly index: number;
}): NodeRun => ({
  ...about,
  number: -1,
  agent: agentOf(about.node),
  attempts: 0,
  phase: 'waiting',
  taskId: null,
  isBusy: false,
  intent: null,
  control: { cancelled: null },
  budget: budgetOf(about.node, about.id),
  correction: null,
  startedActiveMs: 0,
  asks: null,
  brokeBefore: false,
  body: null,
  adding: [],
  override: null,
  isInline: false,
  step: null,
  group: null,
  end: null,
  output: undefined,
});
