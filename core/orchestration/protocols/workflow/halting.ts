import { haltReason } from './attempt-failed.ts';
import { decideFailed, decideWithout, timedOut } from './decide.ts';
import type { NodeRun } from './node-run.ts';
import type { Halt, WorkflowState } from './workflow-state.ts';

/** Nothing further starts. A stop and a cap end what runs too; after a failure it may come to its end. */
export const haltGraph = (state: WorkflowState, halt: Halt): void => {
  if (state.halt && state.halt.kind !== 'failure') return;
  state.halt = halt;
  if (halt.kind === 'failure') return;
  state.starts.filter((run) => {
    decideWithout(state, run, 'stopped', haltReason(state));
    return false;
  });
};

/** Ends what is left once nobody works any more: what is inside of nodes first, then those around. */
export const sweep = (state: WorkflowState): void => {
  if (!state.halt || state.swept || state.busy > 0 || state.deadline) return;
  state.swept = true;
  const reason = haltReason(state);
  const all = [...state.runs.values()];
  const inside = all.filter((run) => run.parent !== null).reverse();
  for (const run of [...inside, ...all.filter((one) => one.parent === null)]) {
    const failed = run.body && failedInside(run);
    if (failed) decideFailed(state, run, failed);
    else decideWithout(state, run, 'stopped', reason);
  }
};

const failedInside = ({ body }: NodeRun) => {
  for (const group of body?.groups ?? []) {
    for (const { id, end } of group.runs) {
      if (end?.status === 'failed' && end.error) {
        return { code: end.error.code, message: `"${id}" failed: ${end.error.message}` };
      }
    }
  }
  return null;
};

/** Ends a node without its result, and what is inside of it. Who works on it is told by `control`. */
export const cancelNode = (state: WorkflowState, run: NodeRun, why: 'skipped' | 'timeout'): void => {
  const all: NodeRun[] = [run];
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at] as NodeRun;
    one.adding = [];
    for (const group of one.body?.groups ?? []) all.push(...group.runs);
  }
  for (const one of all) if (!isOver(one)) one.control.cancelled = why;
  const reason =
    why === 'skipped' ? 'A person skipped it.' : 'The time cap of the node around it was reached.';
  const isHere = new Set(all);
  state.starts.filter((one) => {
    if (!isHere.has(one) || (one === run && why === 'timeout')) return true;
    decideWithout(state, one, 'skipped', reason);
    return false;
  });
  for (const one of all.reverse()) {
    if (isOver(one) || isUnderWay(one)) continue;
    if (one === run && why === 'timeout') decideFailed(state, one, timedOut);
    else decideWithout(state, one, 'skipped', reason);
  }
};

const isOver = ({ phase }: NodeRun): boolean => phase === 'ending' || phase === 'ended';

/** A turn or a session of it has to end first, or the nodes inside of it. */
const isUnderWay = (run: NodeRun): boolean =>
  run.isBusy || (run.body?.groups.some(({ left }) => left > 0) ?? false);
