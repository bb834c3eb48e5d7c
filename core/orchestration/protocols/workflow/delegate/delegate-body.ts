import type { DelegateBody, NodeRun } from '../node-run.ts';

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
