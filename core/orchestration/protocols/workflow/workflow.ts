import type { EventData } from '../../../contract/index.ts';
import type { NodeStanding, RunningProtocol } from '../protocol.ts';
import { foldWorkflow } from './fold-workflow.ts';
import { nextIntent } from './next-intent.ts';
import type { NodeRun } from './node-run.ts';
import { planRun } from './plan-run.ts';
import { beginState } from './workflow-state.ts';

/** The protocol of a task graph, which is held in the session's first event. */
export const beginWorkflow = (created: EventData<'session-created'>): RunningProtocol => {
  const state = beginState(created);
  planRun(state);
  return {
    fold: (event, moment) => foldWorkflow(state, event, moment),
    next: () => {
      const intent = nextIntent(state);
      return intent ? [intent] : [];
    },
    acceptsMoreRounds: () => false,
    nextTimer: () => state.timers.next(state.moment),
    standingOf: (node) => {
      const run = state.runs.get(node);
      return run ? standings[run.phase] : null;
    },
    cancelledOf: (node) => state.runs.get(node)?.control.cancelled ?? null,
  };
};

const standings = {
  waiting: 'waiting',
  running: 'running',
  retrying: 'running',
  awaiting: 'awaiting',
  ending: 'ended',
  ended: 'ended',
} as const satisfies Record<NodeRun['phase'], NodeStanding>;
