import type { EventData } from '../../../contract/index.ts';
import type { SpentBudget } from '../protocol.ts';
import type { NodeRun } from './node-run.ts';

const noBudgets: readonly SpentBudget[] = [];

/** Of the node and of those around it. */
export const budgetsAround = (run: NodeRun): readonly SpentBudget[] => {
  let found: SpentBudget[] | null = null;
  for (let at: NodeRun | null = run; at !== null; at = at.parent) {
    if (at.budget === null) continue;
    found ??= [];
    found.push(at.budget);
  }
  return found ?? noBudgets;
};

interface Amount {
  readonly tokens: number;
  readonly microUsd: number;
}

/** What calls have used of the budgets of their nodes. Nodes without a budget cost nothing here. */
export interface NodeSpending {
  readonly callStarted: (run: NodeRun, data: EventData<'call-started'>) => void;
  readonly costRecorded: (run: NodeRun, data: EventData<'cost-recorded'>) => void;
  /** The turn is over: what is still reserved was never used. */
  readonly turnOver: (taskId: string) => void;
  readonly childStarted: (run: NodeRun, data: EventData<'child-started'>) => void;
  readonly childEnded: (run: NodeRun, data: EventData<'child-ended'>) => void;
}

export const createNodeSpending = (): NodeSpending => {
  /** By task or by the id of the session inside. */
  const reserved = new Map<string, { readonly budgets: readonly SpentBudget[]; readonly amount: Amount }>();
  const reserve = (key: string, run: NodeRun, amount: Amount): void => {
    release(key);
    const budgets = budgetsAround(run);
    if (budgets.length === 0) return;
    reserved.set(key, { budgets, amount });
    count(budgets, 'reserved', amount, 1);
  };
  const release = (key: string): void => {
    const held = reserved.get(key);
    if (!held) return;
    reserved.delete(key);
    count(held.budgets, 'reserved', held.amount, -1);
  };
  return {
    callStarted: (run, data) =>
      reserve(data.task_id, run, {
        tokens: data.reserved_tokens,
        microUsd: data.reserved_micro_usd ?? 0,
      }),
    costRecorded: (run, data) => {
      release(data.task_id);
      const tokens = (data.input_tokens ?? 0) + (data.output_tokens ?? 0);
      count(budgetsAround(run), 'spent', { tokens, microUsd: data.micro_usd ?? 0 }, 1);
    },
    turnOver: release,
    childStarted: (run, data) =>
      reserve(data.session_id, run, {
        tokens: data.reserved_tokens ?? 0,
        microUsd: data.reserved_micro_usd ?? 0,
      }),
    childEnded: (run, { session_id: id, totals }) => {
      release(id);
      const tokens = totals.tokens.input + totals.tokens.output;
      count(budgetsAround(run), 'spent', { tokens, microUsd: Math.round((totals.usd ?? 0) * 1e6) }, 1);
    },
  };
};

const count = (budgets: readonly SpentBudget[], what: 'spent' | 'reserved', amount: Amount, by: 1 | -1) => {
  for (const { tokens, microUsd } of budgets) {
    tokens[what] += by * amount.tokens;
    microUsd[what] += by * amount.microUsd;
  }
};
