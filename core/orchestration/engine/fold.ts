import { AgentNetError, type EventData } from '../../contract/index.ts';
import type { FoldedEvent } from '../protocols/index.ts';
import {
  foldBudgetAnswer,
  foldCallEnded,
  foldCallLost,
  foldCallRetried,
  foldCallStarted,
  foldCost,
  forgetBudgetAnswers,
} from './fold-calls.ts';
import { foldChildEnded, foldChildStarted } from './fold-children.ts';
import { foldTurnEnded, foldTurnFailed, foldTurnStarted } from './fold-turns.ts';
import { initialState } from './initial-state.ts';
import type { OpenTurn, SessionState } from './session-state.ts';

/** Interjections that prompts may still need; older ones stay in the log. */
const KEPT_INTERJECTIONS = 50;

/** The state of a session from its first event. Throws `storage/corrupt` when that is not `session-created`. */
export const openState = (sessionId: string, first: FoldedEvent, at: number): SessionState => {
  if (first.type !== 'session-created') {
    throw new AgentNetError(
      'storage/corrupt',
      `The log of session ${sessionId} does not begin with session-created.`,
      {
        where: { session_id: sessionId, seq: 1 },
        kept: 'All rows were left as they are.',
        remedy: `Run \`agentnet verify ${sessionId}\` to see what is damaged.`,
      },
    );
  }
  const state = initialState(sessionId, first.data, at);
  state.protocol.fold(first, { at, activeMs: 0 });
  return state;
};

/** Takes one event into the state. The same function runs live, on resume, in replay and in a fork. */
export const foldSession = (state: SessionState, event: FoldedEvent, at: number): void => {
  const wasActive = !state.idle && state.phase.kind !== 'paused' && event.type !== 'session-resumed';
  if (wasActive) state.activeMs += Math.max(0, at - state.lastAt);
  state.lastAt = at;
  foldOwn(state, event, at);
  state.protocol.fold(event, { at, activeMs: state.activeMs });
  state.due = null;
  if (endsNodes(event)) cancelWithNodes(state);
};

const endsNodes = ({ type }: FoldedEvent): boolean =>
  type === 'node-skipped' || type === 'node-deadline-passed';

/** A turn ends with its node, or with the node around it. */
const cancelWithNodes = (state: SessionState): void => {
  for (const turn of state.open.values()) {
    const cancelled = turn.intent.work?.control.cancelled ?? null;
    if (cancelled !== null) turn.cancelled ??= cancelled;
  }
};

const foldOwn = (state: SessionState, event: FoldedEvent, at: number): void => {
  switch (event.type) {
    case 'turn-started':
      return foldTurnStarted(state, event.data, at);
    case 'budget-awaited':
    case 'budget-granted':
    case 'budget-refused':
      return foldBudgetAnswer(state, event);
    case 'downgrade-switched':
      if (event.data.state === 'on') state.rulesOn.add(event.data.rule);
      else state.rulesOn.delete(event.data.rule);
      return;
    case 'call-started':
      return foldCallStarted(state, event.data, at);
    case 'call-retried':
      return foldCallRetried(state, event.data);
    case 'call-ended':
      return foldCallEnded(state, event.data, at);
    case 'cost-recorded':
      return foldCost(state, event.data);
    case 'turn-ended':
      return foldTurnEnded(state, event.data);
    case 'turn-failed':
      return foldTurnFailed(state, event.data);
    case 'child-started':
      return foldChildStarted(state, event.data);
    case 'child-ended':
      return foldChildEnded(state, event.data);
    case 'round-started':
      state.round = event.data.round;
      state.roundsExecuted = Math.max(state.roundsExecuted, event.data.round);
      return;
    case 'session-resumed':
      return foldResumed(state, event.data);
    case 'session-interrupted':
      state.idle = true;
      return;
    case 'pause-requested':
      state.phase = { kind: 'pausing', when: event.data.when };
      return;
    case 'session-paused':
      state.phase = { kind: 'paused' };
      return;
    case 'stop-requested':
      return foldStop(state, 'stopped');
    case 'deadline-passed':
      return foldStop(state, 'deadline');
    case 'limit-reached':
      return foldLimit(state, event.data);
    case 'speaker-skipped':
      for (const turn of state.open.values()) {
        if (turn.intent.agent === event.data.agent && turn.intent.round === event.data.round) {
          turn.cancelled ??= 'skipped';
        }
      }
      return;
    case 'rounds-extended':
      state.maxRounds += event.data.rounds;
      return;
    case 'interjection-recorded':
      state.interjections = [...state.interjections, { ...event.data, round: state.round }].slice(
        -KEPT_INTERJECTIONS,
      );
      return;
    case 'session-ended':
      state.phase = { kind: 'ended', data: event.data };
      return;
    default:
      return;
  }
};

const foldResumed = (state: SessionState, data: EventData<'session-resumed'>): void => {
  state.idle = false;
  forgetBudgetAnswers(state);
  for (const callId of data.lost_calls) foldCallLost(state, callId);
  if (data.reason === 'user') state.phase = { kind: 'running' };
  if (data.reason === 'step') state.phase = { kind: 'stepping', left: 1 };
};

const foldLimit = (state: SessionState, data: EventData<'limit-reached'>): void => {
  if (data.limit === 'rounds') return;
  state.reached ??= data;
  if (data.limit === 'seconds') foldStop(state, 'deadline');
  else foldStop(state, data.limit === 'tokens' && data.scope === undefined ? 'budget' : 'cap');
};

type Stop = NonNullable<SessionState['stopping']>;

const foldStop = (state: SessionState, why: Stop): void => {
  state.stopping ??= why;
  state.phase = { kind: 'running' };
  for (const turn of state.open.values()) cancelTurn(turn, why);
};

const cancelTurn = (turn: OpenTurn, why: Stop): void => {
  turn.cancelled ??= why;
};
