import type { NodeRun } from '../../../../../core/contract/index.ts';

/** The turns of a planner and a reviewer stand beside the steps of their plan, as `team/:plan` and `team#2/:review`. */
const TURN = /\/:(plan|review)$/;
const ROUND = /\[(\d+)\]$/;

/**
 * What nodes that were added wait for although no dependency says so: steps for their plan, a review for the last
 * steps, the next plan for the review before it, a round of a loop for the round before. By the node that waits.
 */
export const orderOfWork = (
  parent: Pick<NodeRun, 'kind'>,
  nodes: readonly Pick<NodeRun, 'id' | 'deps'>[],
): ReadonlyMap<string, readonly string[]> => {
  if (parent.kind === 'delegate') return orderOfPlans(nodes);
  if (parent.kind === 'loop') return orderOfRounds(nodes);
  return new Map();
};

const orderOfPlans = (
  nodes: readonly Pick<NodeRun, 'id' | 'deps'>[],
): ReadonlyMap<string, readonly string[]> => {
  const order = new Map<string, readonly string[]>();
  let plan: string | null = null;
  let review: string | null = null;
  let last = new Set<string>();
  for (const { id, deps } of nodes) {
    const turn = TURN.exec(id)?.[1];
    if (turn === 'plan') {
      order.set(id, review === null ? [] : [review]);
      [plan, last] = [id, new Set([id])];
    } else if (turn === 'review') {
      order.set(id, [...last]);
      [review, last] = [id, new Set()];
    } else {
      const before = deps.length > 0 ? deps : plan === null ? [] : [plan];
      if (deps.length === 0) order.set(id, before);
      for (const dep of before) last.delete(dep);
      last.add(id);
    }
  }
  return order;
};

const orderOfRounds = (
  nodes: readonly Pick<NodeRun, 'id' | 'deps'>[],
): ReadonlyMap<string, readonly string[]> => {
  const order = new Map<string, readonly string[]>();
  let before: string | null = null;
  for (const { id, deps } of nodes) {
    if (!ROUND.test(id)) continue;
    if (deps.length === 0 && before !== null) order.set(id, [before]);
    before = id;
  }
  return order;
};
