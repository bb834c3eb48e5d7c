import type { EventDraft } from '../../contract/index.ts';
import type { Intent, TakeTurn } from '../protocols/index.ts';
import { childStarted } from './child-started.ts';
import { deriveForTurn } from './derive-turn.ts';
import type { SessionState } from './session-state.ts';
import { taskIdOf } from './task-id.ts';

/**
 * The next derived event that is due, or null when the session waits for an outcome or a person. Pure: asked
 * twice of the same state it gives the same event, and it never looks at a clock.
 */
export const derive = (state: SessionState): EventDraft | null => {
  if (state.phase.kind === 'ended' || state.idle) return null;
  for (const turn of state.idleTurns) {
    const draft = deriveForTurn(state, turn);
    if (draft) return draft;
  }
  if (state.phase.kind === 'paused') return null;
  return deriveFromProtocol(state);
};

const deriveFromProtocol = (state: SessionState): EventDraft | null => {
  const due = state.due ?? state.protocol.next();
  state.due = due;
  const intent = due[0];
  if (mayNotStartTurns(state) && (!intent || startsWork(intent))) return pauseWhenQuiet(state);
  return intent ? draftOf(state, intent) : null;
};

/** What a pause holds back. */
const startsWork = ({ kind }: Intent): boolean =>
  kind === 'take-turn' || kind === 'start-node' || kind === 'start-child' || kind === 'break';

const mayNotStartTurns = (state: SessionState): boolean =>
  state.phase.kind === 'pausing' || (state.phase.kind === 'stepping' && state.phase.left === 0);

/**
 * Pausing `now` leaves turns open whose calls were given up, and sessions inside of nodes, which pause with it;
 * `after-turn` and a step wait for them.
 */
const pauseWhenQuiet = (state: SessionState): EventDraft | null => {
  const now = state.phase.kind === 'pausing' && state.phase.when === 'now';
  const busy = now ? state.open.size > state.idleTurns.length : state.open.size + state.children.size > 0;
  if (busy) return null;
  return { type: 'session-paused', data: { reason: state.phase.kind === 'stepping' ? 'step' : 'user' } };
};

const draftOf = (state: SessionState, intent: Intent): EventDraft | null => {
  switch (intent.kind) {
    case 'start-round':
      return {
        type: 'round-started',
        data: {
          round: intent.round,
          phase: intent.phase,
          order: intent.order,
          speakers: [...intent.speakers],
        },
      };
    case 'take-turn':
      return turnStarted(state, intent);
    case 'start-node': {
      const { node, nodeKind: kind, attempt, agent } = intent;
      return { type: 'node-started', data: { node, kind, attempt, agent } };
    }
    case 'start-child':
      return childStarted(state, intent);
    case 'break':
      return { type: 'session-paused', data: { reason: 'breakpoint', node: intent.node } };
    case 'record':
      return intent.draft;
    case 'finish':
      return {
        type: 'session-ended',
        data: {
          session_id: state.sessionId,
          outcome: intent.outcome,
          reason: intent.reason,
          exit_code: exitCodes[intent.outcome],
          converged: intent.converged,
          rounds_executed: state.roundsExecuted,
          topic_start: state.specification.topic,
          topic_final: intent.topicFinal,
          decision: intent.decision,
          stub: state.stub,
          totals: {
            usd: state.totals.microUsd === null ? null : state.totals.microUsd / 1e6,
            tokens: { input: state.totals.inputTokens, output: state.totals.outputTokens },
            calls: state.totals.calls,
            repeated_calls: state.totals.repeatedCalls,
          },
        },
      };
  }
};

/** Exit code of the command line by outcome (design section 5). */
const exitCodes = {
  completed: 0,
  converged: 0,
  decided: 0,
  undecided: 0,
  stopped: 0,
  'budget-exhausted': 4,
  'no-provider': 5,
  failed: 1,
} as const;

const turnStarted = (state: SessionState, intent: TakeTurn): EventDraft => ({
  type: 'turn-started',
  data: {
    agent: intent.agent,
    kind: intent.turnKind,
    ...(intent.work && { node: intent.work.node }),
    round: intent.round,
    speaker_index: intent.speakerIndex,
    task_id: taskIdOf(state.sessionId, state.turnsStarted),
    version: `agent:${state.references.get(intent.agent) ?? intent.agent}`,
  },
});
