import {
  AgentNetError,
  type CoreApi,
  type EventDraft,
  nearestName,
  type RunEvent,
} from '../contract/index.ts';
import type { SessionState } from '../orchestration/index.ts';
import type { EventStore } from '../storage/index.ts';

type Answer = Omit<Parameters<CoreApi['sessions.approve']>[0], 'id'>;

/** What a node waits for. */
export type Question = { readonly kind: 'approval' } | { readonly kind: 'plan'; readonly revision: number };

/** Types of events that ask a person and that answer. */
const TYPES: ReadonlySet<RunEvent['type']> = new Set([
  'approval-requested',
  'plan-proposed',
  'approval-answered',
  'plan-answered',
  'node-ended',
]);
const BULKY: readonly RunEvent['type'][] = ['call-started', 'call-ended', 'cost-recorded', 'turn-started'];

/** What the nodes of a session wait for a person for, by node. */
export const openQuestions = async (
  store: Pick<EventStore, 'read'>,
  id: Parameters<EventStore['read']>[0],
): Promise<ReadonlyMap<string, Question>> => {
  const questions = new Map<string, Question>();
  for await (const batch of store.read(id, { without: BULKY })) {
    for (const event of batch) if (TYPES.has(event.type)) foldQuestion(questions, event);
  }
  return questions;
};

const foldQuestion = (questions: Map<string, Question>, { type, data }: RunEvent): void => {
  switch (type) {
    case 'approval-requested':
      questions.set(data.node, { kind: 'approval' });
      return;
    case 'plan-proposed':
      if (!data.auto) questions.set(data.node, { kind: 'plan', revision: data.revision });
      return;
    case 'approval-answered':
    case 'plan-answered':
    case 'node-ended':
      questions.delete(data.node);
      return;
    default:
  }
};

/** A person's answer as the input to append. Throws `session/wrong-state` where nothing was asked. */
export const answerInputs = (
  session: string,
  questions: ReadonlyMap<string, Question>,
  { node, approved, note = '', output, graph }: Answer,
  by: string,
): readonly EventDraft[] => {
  const question = questions.get(node);
  if (!question) throw nothingAsked(session, questions, node);
  if (question.kind === 'plan') {
    const { revision } = question;
    const data = { by, node, revision, approved, note, ...(graph !== undefined && { graph }) };
    return [{ type: 'plan-answered', data }];
  }
  const data = { by, node, approved, note, ...(output !== undefined && { output }) };
  return [{ type: 'approval-answered', data }];
};

const nothingAsked = (
  session: string,
  questions: ReadonlyMap<string, Question>,
  node: string,
): AgentNetError => {
  const waiting = [...questions.keys()];
  const nearest = nearestName(node, waiting);
  const shown = JSON.stringify(node.slice(0, 80));
  return new AgentNetError('session/wrong-state', `Node ${shown} does not wait for an answer.`, {
    where: { session_id: session },
    kept: 'The session is unchanged.',
    remedy:
      nearest !== undefined
        ? `Did you mean ${nearest}?`
        : waiting.length === 0
          ? 'No node of it waits for a person.'
          : `These wait for a person: ${waiting.slice(0, 12).join(', ')}.`,
  });
};

/** Ends one node without its result. Throws `session/wrong-state` for a node that is not there or has ended. */
export const skipNodeInputs = (state: SessionState, node: string, by: string): readonly EventDraft[] => {
  const standing = state.phase.kind === 'ended' ? null : state.protocol.standingOf(node);
  if (standing !== null && standing !== 'ended') return [{ type: 'node-skipped', data: { by, node } }];
  const shown = JSON.stringify(node.slice(0, 80));
  throw new AgentNetError(
    'session/wrong-state',
    state.phase.kind === 'ended'
      ? 'This session has ended.'
      : standing === 'ended'
        ? `Node ${shown} has ended already.`
        : `There is no node ${shown} in this session.`,
    {
      where: { session_id: state.sessionId },
      kept: 'The session is unchanged.',
      remedy: 'Look at its nodes with `GET /sessions/{id}/graph`.',
    },
  );
};
