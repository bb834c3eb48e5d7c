import type { PlannedNode, PlanReading } from './read-plan.ts';

/** What nodes of a plan that delegate again are given along. */
export interface Delegation {
  readonly agents: readonly string[];
  readonly planner: string;
  readonly reviewer: string | null;
  readonly rounds: number;
}

/** A plan in the plain form of graphs. */
export const planAsData = (
  { name, nodes }: Pick<PlanReading, 'name' | 'nodes'>,
  delegation: Delegation,
): Readonly<Record<string, unknown>> => ({
  ...(name !== null && { name }),
  nodes: nodes.map((node) => nodeAsData(node, delegation)),
});

const nodeAsData = (
  { id, kind, title, prompt, agent, deps, output }: PlannedNode,
  delegation: Delegation,
) => ({
  id,
  ...(kind === 'delegate' && { kind }),
  ...(title !== null && { title }),
  ...(deps.length > 0 && { deps: [...deps] }),
  prompt,
  ...(kind === 'delegate' ? delegateFields(delegation) : { agent }),
  ...(output !== 'text' && kind === 'task' && { output }),
});

const delegateFields = ({ agents, planner, reviewer, rounds }: Delegation) => ({
  agents: [...agents],
  planner,
  ...(reviewer !== null && { reviewer }),
  rounds,
});
