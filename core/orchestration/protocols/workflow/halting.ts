import { haltReason } from './attempt-failed.ts';
import { decideFailed, decideWithout, timedOut } from './decide.ts';
import type { NodeRun } from './node-run.ts';
import type { Halt, WorkflowState } from './workflow-state.ts';

/** Nothing further starts. A stop and a cap end what runs too; after a failure it may come to its end. */
export const haltGraph = (state: WorkflowState, halt: Halt): void => {
  if (state.halt && (state.halt.kind !== 'failure' || halt.kind === 'failure')) return;
  state.halt = halt;
  state.schedule.stop();
  for (const run of state.awaiting) decideWithout(state, run, 'stopped', haltReason(state));
  if (halt.kind === 'failure') return;
  state.starts.filter((run) => {
    decideWithout(state, run, 'stopped', haltReason(state));
    return false;
  });
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
