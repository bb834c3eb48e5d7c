import type { Planning, WorkContext } from '../../../../agents/index.ts';
import type { BodyGroup, NodeRun } from '../node-run.ts';

/** What is inside of a node that delegates: plans, what they planned, and reviews of it, one group after another. */
export interface DelegateBody {
  readonly kind: 'delegate';
  readonly groups: BodyGroup[];
  ended: number;
  /** Planned nodes by the ids of their plans; of two of one id the newer. */
  readonly planned: Map<string, NodeRun>;
  /** What the newest group is for. */
  stage: 'planning' | 'working' | 'reviewing';
  /** Plans asked for so far; from 1. */
  revision: number;
  /** Why the newest plan is asked for, and the ids of nodes in whose place it comes. */
  purpose: Planning['purpose'];
  removed: readonly string[];
  /** The newest plan in its plain form, as it was proposed or as a person corrected it. */
  plan: Readonly<Record<string, unknown>>;
  /** The nodes of the newest plan that nothing waits for: their output is that of the whole. */
  last: readonly NodeRun[];
  /** What the newest review said. */
  verdict: { readonly decision: string | null; readonly text: string } | null;
  /** Nodes made so far, for their places. */
  made: number;
}

/** A turn inside of a node that delegates which is no task of a plan. */
export interface DelegateStep {
  readonly kind: 'plan' | 'review';
  /** Results that it is given along. */
  readonly context: readonly WorkContext[];
  readonly planning?: Planning;
}

export const emptyBody = (): DelegateBody => ({
  kind: 'delegate',
  groups: [],
  ended: 0,
  planned: new Map(),
  stage: 'planning',
  revision: 0,
  purpose: 'plan',
  removed: [],
  plan: {},
  last: [],
  verdict: null,
  made: 0,
});

/** What a planned node is called in its plan. */
export const nameInPlan = ({ planned }: DelegateBody, run: NodeRun): string => {
  for (const [id, one] of planned) if (one === run) return id;
  return run.id;
};

/** `team/scope` of the first plan, `team#2/scope` of the second. */
export const idInPlan = (delegate: string, revision: number, id: string): string =>
  `${delegate}${revision === 1 ? '' : `#${revision}`}/${id}`;
