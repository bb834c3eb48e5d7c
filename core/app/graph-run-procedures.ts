import { AgentNetError, type CoreApi } from '../contract/index.ts';
import type { CoreContext } from './core-context.ts';
import { executeGraph } from './execute-graph.ts';
import { planTasks } from './plan-tasks.ts';
import { summaryOf } from './session-procedures.ts';

export type GraphRunProcedures = Pick<
  CoreApi,
  'tasks.plan' | 'tasks.execute' | 'sessions.graph' | 'sessions.approve' | 'sessions.skip-node'
>;

const never = new AbortController().signal;

/** Runs of task graphs. */
export const graphRunProcedures = (context: CoreContext): GraphRunProcedures => ({
  'tasks.plan': (input, options) => planTasks(context, input, options?.signal ?? never),
  'tasks.execute': async (input) => summaryOf(context.store, await executeGraph(context, input)),
  'sessions.graph': async () => refuse('Watching a graph'),
  'sessions.approve': async () => refuse('Approving'),
  'sessions.skip-node': async () => refuse('Skipping a node'),
});

const refuse = (what: string): never => {
  throw new AgentNetError('input/not-built', `${what} is not built yet.`, { kept: 'Nothing was started.' });
};
