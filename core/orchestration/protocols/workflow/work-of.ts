import type { Planning } from '../../../agents/index.ts';
import type { GraphNode } from '../../../graph/index.ts';
import type { NodeWork, StartChild, TakeTurn } from '../protocol.ts';
import { fillPrompt } from './fill-prompt.ts';
import type { DelegateStep, NodeRun } from './node-run.ts';
import { budgetsAround } from './node-spending.ts';
import { followsRules, type WorkflowState } from './workflow-state.ts';

/** What the output of a node is. */
export const expectsOf = (node: GraphNode): NodeWork['expects'] =>
  node.kind === 'task' ? node.output : 'text';

/** The turn of a node, made once and asked for until it has begun. */
export const turnFor = (state: WorkflowState, run: NodeRun): TakeTurn => {
  run.intent ??= makeTurn(state, run);
  return run.intent;
};

/** What was given to the node around it comes before what came of its plans. */
const stepWork = (state: WorkflowState, step: DelegateStep, before: NodeWork['context']) => ({
  context: [...before, ...step.context],
  ...(step.planning && { planning: step.planning }),
  ...(step.planning && followsRules(state, 2) && { maxOutputTokens: roomForPlan(step, step.planning) }),
});

/** Tokens of a plan without a task, and of each task: a prompt of some sentences. */
const PLAN_TOKENS = 1024;
const TASK_TOKENS = 200;

/** An answer that was cut off may be twice as long when it is asked for again. */
const roomForPlan = ({ isCut = false }: DelegateStep, { maxNodes }: Planning): number =>
  (PLAN_TOKENS + TASK_TOKENS * maxNodes) * (isCut ? 2 : 1);

const makeTurn = (state: WorkflowState, run: NodeRun): TakeTurn => {
  const filled = fillPrompt(state, run, 'prompt' in run.node ? run.node.prompt : run.id);
  return {
    kind: 'take-turn',
    round: run.round,
    speakerIndex: run.index,
    agent: run.agent ?? '',
    turnKind: run.step?.kind ?? 'task',
    phase: 'work',
    hears: { round: 0, speakerIndex: 0 },
    options: [],
    ranked: false,
    candidates: [],
    work: {
      node: run.id,
      ...filled,
      ...(run.step && stepWork(state, run.step, filled.context)),
      expects: expectsOf(run.node),
      correction: run.correction,
      control: run.control,
      budgets: budgetsAround(run),
    },
  };
};

/** Longest topic that a session takes, in UTF-16 units. */
const MOST_TOPIC_UNITS = 20_000;

/** The session inside of a node. What it does not say is as in the session around it. */
export const childFor = (state: WorkflowState, run: NodeRun): StartChild | null => {
  if (run.node.kind !== 'session') return null;
  const { prompt, context } = fillPrompt(state, run, run.node.prompt);
  const topic = [prompt, ...context.map(({ title, text }) => `${title}:\n${text}`)].join('\n\n').trim();
  const { model, seed, metadata, name } = state.specification;
  return {
    kind: 'start-child',
    node: run.id,
    attempt: run.attempts,
    specification: {
      name: `${name} / ${run.id}`.slice(0, 200).toWellFormed(),
      ...(model !== null && { model }),
      seed,
      metadata,
      ...run.node.session,
      topic: topic.slice(0, MOST_TOPIC_UNITS).toWellFormed(),
    },
    budgets: budgetsAround(run),
  };
};
