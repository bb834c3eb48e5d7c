import type { EventData, IncompleteTurn, RunEvent, SessionSnapshot } from '../contract/index.ts';
import { addUsd } from './add-usd.ts';
import {
  changeAgent,
  foldBudgetAwaited,
  foldCallDelayed,
  foldCallEnded,
  foldCallRetried,
  foldCallStarted,
  foldCooldown,
  foldCost,
  foldLostCalls,
  foldWaitOver,
  keepIncomplete,
} from './fold-calls.ts';
import { noticeOf } from './notice-of.ts';
import { createdSnapshot, type Phase, type SessionView, writable } from './session-view.ts';
import { turnHeaderOf } from './turn-header.ts';

/**
 * Takes one stored event into a view and returns that view, so that it can be used with `reduce`. Events
 * must come in order; one that the view has seen already (a stream that was taken up again) changes
 * nothing, and so does everything before `session-created`.
 */
export const foldSessionView = (view: SessionView, event: RunEvent): SessionView => {
  if (view.current === undefined) {
    if (event.type !== 'session-created') return view;
    view.current = createdSnapshot(event);
    return view;
  }
  const { current } = view;
  if (event.seq <= current.last_seq) return view;
  view.published = undefined;
  current.last_seq = event.seq;
  current.last_at = event.at;
  foldEvent(view, current, event);
  const notice = noticeOf(event, current.round);
  if (notice) writable(view, current, 'notices').push(notice);
  return view;
};

const foldEvent = (view: SessionView, current: SessionSnapshot, event: RunEvent): void => {
  switch (event.type) {
    case 'round-started':
      current.round = event.data.round;
      writable(view, current, 'rounds').push({ ...event.data, seq: event.seq, at: event.at });
      return;
    case 'turn-started': {
      const { task_id, round, speaker_index, agent, kind, node } = event.data;
      const running = {
        task_id,
        round,
        speaker_index,
        agent,
        kind,
        ...(node !== undefined && { node }),
        started_at: event.at,
        call: null,
        failures: [],
        waits: null,
      };
      writable(view, current, 'running').push(running);
      return;
    }
    case 'call-started':
      return foldCallStarted(view, current, event);
    case 'call-delayed':
      return foldCallDelayed(view, current, event);
    case 'budget-awaited':
      return foldBudgetAwaited(view, current, event);
    case 'call-admitted':
    case 'budget-granted':
    case 'budget-refused':
      return foldWaitOver(view, current, event.data.task_id);
    case 'call-retried':
      return foldCallRetried(view, current, event);
    case 'cooldown-started':
      return foldCooldown(view, current, event);
    case 'call-ended':
      return foldCallEnded(view, current, event);
    case 'cost-recorded':
      return foldCost(view, current, event.data);
    case 'turn-ended': {
      const turns = writable(view, current, 'turns');
      turns.push(turnHeaderOf(event, turns.length));
      changeAgent(view, current, event.data.agent, (sum) => ({ ...sum, turns: sum.turns + 1 }));
      return endRunning(view, current, event.data.task_id);
    }
    case 'turn-failed':
      keepIncomplete(view, current, incompleteOf(event.data));
      return endRunning(view, current, event.data.task_id);
    case 'convergence-measured':
      writable(view, current, 'convergence').push(event.data);
      return;
    case 'vote-opened':
      writable(view, current, 'votes').push({ opened: event.data, casts: [], tally: null });
      return;
    case 'vote-cast':
      return changeVote(view, current, (vote) => ({ ...vote, casts: [...vote.casts, event.data] }));
    case 'vote-tallied':
      return changeVote(view, current, (vote) => ({ ...vote, tally: event.data }));
    case 'pause-requested':
      return enter(view, current, 'pausing');
    case 'session-paused':
      return enter(view, current, 'paused');
    case 'session-resumed':
      return foldResumed(view, current, event.data);
    case 'session-interrupted':
      // A paused session waits for a person all the same.
      if (view.phase !== 'paused') current.status = 'interrupted';
      return;
    // An end that is on its way ends a pause too: the turns that close the session still run.
    case 'stop-requested':
    case 'deadline-passed':
      return enter(view, current, 'running');
    case 'limit-reached':
      return event.data.limit === 'rounds' ? undefined : enter(view, current, 'running');
    case 'rounds-extended':
      current.max_rounds += event.data.rounds;
      return;
    case 'child-started':
      return foldChildStarted(view, current, event.data);
    case 'child-ended':
      endInside(view, current, event.data.session_id);
      return foldChildEnded(current, event.data);
    case 'session-ended':
      current.status = 'ended';
      current.ended = event.data;
      current.totals = event.data.totals;
      return;
    default:
      return;
  }
};

const enter = (view: SessionView, current: SessionSnapshot, phase: Phase): void => {
  view.phase = phase;
  current.status = phase;
};

/** After a crash or a signal the session is again what it was: a paused one stays paused. */
const foldResumed = (
  view: SessionView,
  current: SessionSnapshot,
  { reason, lost_calls, incomplete }: EventData<'session-resumed'>,
): void => {
  enter(view, current, reason === 'user' || reason === 'step' ? 'running' : view.phase);
  // Nobody waits any more: what is due is asked anew.
  for (const { task_id, waits } of current.running) if (waits) foldWaitOver(view, current, task_id);
  if (lost_calls.length > 0) foldLostCalls(view, current, lost_calls);
  for (const turn of incomplete) keepIncomplete(view, current, turn);
};

const foldChildStarted = (
  view: SessionView,
  current: SessionSnapshot,
  { node, session_id, reserved_tokens, reserved_micro_usd }: EventData<'child-started'>,
): void => {
  const reserved_usd = reserved_micro_usd === null ? null : addUsd(0, reserved_micro_usd);
  writable(view, current, 'inside').push({ node, session_id, reserved_tokens, reserved_usd });
};

const endInside = (view: SessionView, current: SessionSnapshot, id: string): void => {
  const index = current.inside.findIndex((one) => one.session_id === id);
  if (index >= 0) writable(view, current, 'inside').splice(index, 1);
};

/** What a session inside of a node has used is spent by the one around it. */
const foldChildEnded = (current: SessionSnapshot, { totals: inside }: EventData<'child-ended'>): void => {
  const { usd, tokens, calls, repeated_calls } = current.totals;
  current.totals = {
    usd: addUsd(usd, inside.usd === null ? null : Math.round(inside.usd * 1e6)),
    tokens: {
      input: tokens.input + inside.tokens.input,
      output: tokens.output + inside.tokens.output,
    },
    calls: calls + inside.calls,
    repeated_calls: repeated_calls + inside.repeated_calls,
  };
};

const endRunning = (view: SessionView, current: SessionSnapshot, taskId: string): void => {
  const index = current.running.findIndex((turn) => turn.task_id === taskId);
  if (index >= 0) writable(view, current, 'running').splice(index, 1);
};

const incompleteOf = ({
  error: _error,
  attempts: _attempts,
  ...turn
}: EventData<'turn-failed'>): IncompleteTurn => turn;

type VoteView = SessionSnapshot['votes'][number];

/** Ballots and tallies belong to the vote that was opened last. */
const changeVote = (
  view: SessionView,
  current: SessionSnapshot,
  change: (vote: VoteView) => VoteView,
): void => {
  const votes = writable(view, current, 'votes');
  const last = votes.at(-1);
  if (last) votes[votes.length - 1] = change(last);
};
