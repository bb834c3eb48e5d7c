import {
  AgentNetError,
  type EventData,
  type IncompleteTurn,
  type RunEvent,
  type SessionId,
} from '../../contract/index.ts';
import type { PartialText } from '../../storage/index.ts';
import { foldSession, openState } from './fold.ts';
import { runningCall } from './fold-calls.ts';
import { type ForkedChild, runningChildren } from './fork-children.ts';
import { type ForkPoint, forkedDrafts } from './fork-point.ts';
import type { RunPorts } from './ports.ts';
import { SessionRun } from './session-run.ts';
import type { SessionState } from './session-state.ts';

/** A new session: records `session-created` through the run's writer and gives the run, not started yet. */
export const createRun = (
  sessionId: SessionId,
  created: EventData<'session-created'>,
  ports: RunPorts,
): SessionRun => {
  const at = ports.effects.clock.now();
  const draft = { type: 'session-created' as const, data: created };
  ports.writer.append([draft], at);
  return new SessionRun(openState(sessionId, draft, at), ports);
};

/**
 * A new session that begins with copied events and goes on live. Calls without an outcome among them are
 * lost to it, and it runs even where the copied one was paused; `mark` says so and has to be started with. Of
 * `children` it expects copies, where they had begun.
 */
export const createFork = (
  sessionId: SessionId,
  from: SessionId,
  point: ForkPoint,
  ports: RunPorts,
): {
  readonly run: SessionRun;
  readonly mark: EventData<'session-resumed'>;
  readonly children: readonly ForkedChild[];
} => {
  const children = runningChildren(point.events, sessionId);
  let state: SessionState | undefined;
  for (const [index, draft] of forkedDrafts(point, { from, children }).entries()) {
    const at = point.events[index]?.at ?? 0;
    ports.writer.append([draft], at);
    if (state) foldSession(state, draft, at);
    else state = openState(sessionId, draft, at);
  }
  if (!state) throw unknownSession(from);
  const mark = { ...resumeMark(state, []), reason: 'user' } as const;
  return { run: new SessionRun(state, ports), mark, children };
};

/** The state of a stored session, folded from its log. */
export const stateOf = async (
  sessionId: SessionId,
  batches: AsyncIterable<readonly RunEvent[]>,
): Promise<SessionState> => {
  let state: SessionState | undefined;
  for await (const batch of batches) {
    for (const event of batch) {
      if (state) foldSession(state, event, event.at);
      else state = openState(sessionId, event, event.at);
    }
  }
  if (state) return state;
  throw unknownSession(sessionId);
};

const unknownSession = (sessionId: string): AgentNetError =>
  new AgentNetError('input/unknown-session', `There is no session ${sessionId}.`, {
    remedy: 'List the sessions with `agentnet sessions list`.',
  });

/**
 * The mark with which a process goes on with a session whose owner is gone: calls without outcome are lost,
 * and what the journal kept of their text is put on record as incomplete.
 */
export const resumeMark = (
  state: SessionState,
  partials: readonly PartialText[],
): EventData<'session-resumed'> => {
  const lost: string[] = [];
  for (const turn of state.open.values()) {
    const call = runningCall(turn);
    if (call) lost.push(call.started.call_id);
  }
  return {
    reason: state.idle ? 'signal' : 'crash',
    lost_calls: lost,
    incomplete: partials.map(incompleteOf),
  };
};

const incompleteOf = (partial: PartialText): IncompleteTurn => ({
  task_id: partial.taskId,
  round: partial.round,
  speaker_index: partial.speakerIndex,
  agent: partial.agent,
  kind: partial.kind,
  text: partial.text,
  reason: 'The process ended while this turn was being written; it was asked again.',
  at: partial.at,
});
