import {
  AgentNetError,
  type CoreApi,
  type EventData,
  isErrorCode,
  nearestName,
  type SessionEnded,
  type SessionId,
} from '../contract/index.ts';
import { graphAsData, planOnlyGraph, readGraph, readPlan, type TeamMember } from '../graph/index.ts';
import type { CoreContext } from './core-context.ts';
import { endOfSession } from './end-of-session.ts';

type PlanInput = Parameters<CoreApi['tasks.plan']>[0];
type PlanOutput = Awaited<ReturnType<CoreApi['tasks.plan']>>;

const DEFAULT_PLANNER = 'Planner';
/** Seats of a specification. */
const MOST_AGENTS = 64;
const DEFAULT_MAX_NODES = 12;

/**
 * Asks a planner for a task graph, in a session like any other: it is recorded, counted, under the budgets, and a
 * planner that answers badly is asked once more. Throws `plan/unusable` with what was wrong in words.
 */
export const planTasks = async (
  context: Pick<CoreContext, 'agents' | 'createSession' | 'live' | 'store'>,
  input: PlanInput,
  signal: AbortSignal,
): Promise<PlanOutput> => {
  const { goal, model, seed, planner = DEFAULT_PLANNER } = input;
  for (const reference of [planner, ...(input.agents ?? [])]) await refuseStranger(context, reference);
  const maxNodes = input.max_nodes ?? DEFAULT_MAX_NODES;
  const agents = input.agents ?? (await everybodyBut(context, planner));
  const id = await context.createSession(
    {
      mode: 'workflow',
      name: `Plan: ${onOneLine(goal)}`.slice(0, 200),
      topic: goal,
      inputs: { goal },
      // Its place is taken by the graph beside it.
      graph: {},
      delegation: { max_nodes: maxNodes, approve: 'auto' },
      ...(model !== undefined && { model }),
      ...(seed !== undefined && { seed }),
    },
    { graph: { data: planOnlyGraph({ agents, planner }), stored: null, name: null, file: null } },
  );
  const ended = await endOfSession(context.live, id, signal);
  const record = await recordOf(context, id);
  if (!record.proposed) throw unusable(id, ended, record);
  const team = await membersOf(context, agents);
  const bounds = { team, maxNodes, mayDelegate: false, finished: [] };
  return {
    session_id: id,
    graph: { ...graphAsData(readGraph(record.proposed.graph).graph) },
    problems: [...readPlan(record.answer, bounds).problems],
    repaired: record.refusals.length > 0,
  };
};

interface PlanRecord {
  readonly proposed: EventData<'plan-proposed'> | null;
  /** The planner's last answer. */
  readonly answer: string;
  /** Why answers before the last one were of no use, in words. */
  readonly refusals: readonly string[];
  /** Why the planner's turn failed for good. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

const recordOf = async ({ store }: Pick<CoreContext, 'store'>, id: SessionId): Promise<PlanRecord> => {
  let proposed: PlanRecord['proposed'] = null;
  let answer = '';
  let failure: PlanRecord['failure'] = null;
  const refusals: string[] = [];
  for await (const batch of store.read(id, { without: ['call-started', 'call-ended'] })) {
    for (const event of batch) {
      if (event.type === 'plan-proposed') proposed = event.data;
      if (event.type === 'turn-ended') answer = event.data.output.content;
      if (event.type === 'node-retried') refusals.push(event.data.error.message);
      if (event.type === 'node-ended' && event.data.kind === 'task') failure = event.data.error;
    }
  }
  return { proposed, answer, refusals, failure };
};

const refuseStranger = async ({ agents }: Pick<CoreContext, 'agents'>, reference: string): Promise<void> => {
  if (await agents.find(reference)) return;
  const nearest = nearestName(reference, await agents.references());
  throw new AgentNetError('input/unknown-agent', `There is no agent ${reference.slice(0, 80)}.`, {
    kept: 'Nobody was asked.',
    remedy: nearest === undefined ? 'List the agents with `agentnet agents`.' : `Did you mean ${nearest}?`,
  });
};

const everybodyBut = async (
  { agents }: Pick<CoreContext, 'agents'>,
  planner: string,
): Promise<readonly string[]> => {
  const names = (await agents.list()).map(({ name }) => name);
  const others = names.filter((name) => name !== planner.split('@', 1)[0]);
  return (others.length > 0 ? others : names).slice(0, MOST_AGENTS);
};

const membersOf = async (
  { agents }: Pick<CoreContext, 'agents'>,
  references: readonly string[],
): Promise<readonly TeamMember[]> => {
  const found = await Promise.all(references.map((reference) => agents.find(reference)));
  return found.flatMap((agent) => (agent ? [{ name: agent.name, description: agent.description }] : []));
};

const unusable = (id: SessionId, ended: SessionEnded, { failure, refusals }: PlanRecord): AgentNetError => {
  const about = {
    where: { session_id: id },
    kept: 'The session with every answer of the planner is stored.',
  };
  if (ended.exit_code === 4) return new AgentNetError('budget/exceeded', ended.reason, about);
  if (failure && isErrorCode(failure.code)) return new AgentNetError(failure.code, failure.message, about);
  const last = failure?.message ?? ended.reason;
  const others = refusals.filter((message) => message !== last);
  const before = others.length > 0 ? ` The answer before: ${others.join(' ')}` : '';
  return new AgentNetError('plan/unusable', `The planner gave no plan that can be used. ${last}${before}`, {
    ...about,
    remedy: 'Say the goal in fewer or other words, allow more tasks, or ask another model.',
  });
};

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().toWellFormed();
