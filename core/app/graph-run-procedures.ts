import type { CoreApi } from '../contract/index.ts';
import { answerInputs, openQuestions, skipNodeInputs } from './answer-node.ts';
import type { CoreContext } from './core-context.ts';
import { refuseBrokenPlan } from './corrected-plan.ts';
import { executeGraph } from './execute-graph.ts';
import { planTasks } from './plan-tasks.ts';
import type { GraphRunReader } from './read-graph-run.ts';
import { BY_USER, idOf, summaryOf } from './session-procedures.ts';

type GraphRunProcedures = Pick<
  CoreApi,
  'tasks.plan' | 'tasks.execute' | 'sessions.graph' | 'sessions.approve' | 'sessions.skip-node'
>;

const never = new AbortController().signal;

/** Runs of task graphs. */
export const graphRunProcedures = (context: CoreContext, runs: GraphRunReader): GraphRunProcedures => {
  const { store, live } = context;
  return {
    'tasks.plan': (input, options) => planTasks(context, input, options?.signal ?? never),
    'tasks.execute': async (input) => summaryOf(store, await executeGraph(context, input)),
    'sessions.graph': async ({ id }) => {
      await summaryOf(store, idOf(id));
      return runs.read(idOf(id));
    },
    'sessions.approve': async ({ id, ...answer }) => {
      const session = idOf(id);
      await summaryOf(store, session);
      // Before anything is taken over: a wrong name leaves the session as it is.
      const inputs = answerInputs(session, await openQuestions(store, session), answer, BY_USER);
      if (answer.graph) await refuseBrokenPlan(store, session, answer.graph);
      await live.act(session, () => inputs);
      return summaryOf(store, session);
    },
    'sessions.skip-node': async ({ id, node }) => {
      const session = idOf(id);
      await live.act(session, (state) => skipNodeInputs(state, node, BY_USER));
      return summaryOf(store, session);
    },
  };
};
