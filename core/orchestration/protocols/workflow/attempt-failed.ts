import { decideFailed, decideWithout } from './decide.ts';
import { nameOf } from './new-run.ts';
import type { NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

/** Longest wait before an attempt, in milliseconds: a day. */
const MOST_WAIT_MS = 86_400_000;

/** An attempt of a node failed: another one follows, the fallback takes over, or it has failed for good. */
export const attemptFailed = (
  state: WorkflowState,
  run: NodeRun,
  error: { readonly code: string; readonly message: string },
): void => {
  if (run.control.cancelled === 'skipped')
    return decideWithout(state, run, 'skipped', 'A person skipped it.');
  if (state.deadline || (state.halt && state.halt.kind !== 'failure')) {
    return decideWithout(state, run, 'stopped', haltReason(state));
  }
  const next = state.halt || error.code === 'budget/exceeded' ? null : nextAttempt(run);
  if (next === null) return decideFailed(state, run, error);
  state.records.push({
    run,
    draft: {
      type: 'node-retried',
      data: { node: run.id, attempt: run.attempts, agent: next.agent, wait_ms: next.waitMs, error },
    },
  });
};

const nextAttempt = (run: NodeRun): { readonly agent: string | null; readonly waitMs: number } | null => {
  const { node } = run;
  if (node.kind !== 'task' && node.kind !== 'reduce') return null;
  if (run.attempts <= node.retries) {
    const waitMs = Math.round(node.backoffS * 1000 * 2 ** (run.attempts - 1));
    return { agent: run.agent, waitMs: Math.min(waitMs, MOST_WAIT_MS) };
  }
  const fallback = node.fallback === null ? null : nameOf(node.fallback);
  return fallback !== null && run.attempts === node.retries + 1 ? { agent: fallback, waitMs: 0 } : null;
};

export const haltReason = ({ halt }: WorkflowState): string => {
  switch (halt?.kind) {
    case 'stop':
      return `The session was stopped by ${halt.by}.`;
    case 'failure':
      return 'Another node had failed.';
    default:
      return 'A cap of the session was reached.';
  }
};
