import type { SpokenTurn } from '../../agents/index.ts';
import type { EventData, TaskId } from '../../contract/index.ts';
import type { TakeTurn } from '../protocols/index.ts';
import type { OpenTurn, SessionState } from './session-state.ts';

/** Rounds that prompts see in full; of older rounds only each agent's newest turn is kept. */
const RECENT_ROUNDS = 3;

export const foldTurnStarted = (state: SessionState, data: EventData<'turn-started'>, at: number): void => {
  const reference = data.version.slice('agent:'.length);
  const intent = intentOf(state, data);
  const turn: OpenTurn = {
    ordinal: state.turnsStarted,
    taskId: data.task_id as TaskId,
    startedAt: at,
    intent,
    reference,
    calls: [],
    link: 0,
    compressedTo: null,
    cancelled: intent.work?.control.cancelled ?? null,
    spentTokens: 0,
    spentMicroUsd: 0,
    awaitsBudget: false,
    refusals: new Map(),
    activeMsBefore: state.activeMs,
  };
  state.open.set(data.task_id, turn);
  state.idleTurns.push(turn);
  state.turnsStarted += 1;
  if (state.phase.kind === 'stepping') state.phase = { kind: 'stepping', left: 0 };
};

/** What the protocol wanted of this turn; a log written by an older protocol gets what its event says. */
const intentOf = (state: SessionState, data: EventData<'turn-started'>): TakeTurn => {
  const due = state.due ?? state.protocol.next();
  for (const intent of due) {
    if (
      intent.kind === 'take-turn' &&
      intent.agent === data.agent &&
      intent.round === data.round &&
      intent.speakerIndex === data.speaker_index &&
      intent.work?.node === data.node
    ) {
      return intent;
    }
  }
  return {
    kind: 'take-turn',
    round: data.round,
    speakerIndex: data.speaker_index,
    agent: data.agent,
    turnKind: data.kind,
    phase: 'rebuttals',
    hears: { round: data.round, speakerIndex: data.speaker_index },
    options: [],
    ranked: false,
    candidates: [],
  };
};

export const foldTurnFailed = (state: SessionState, data: EventData<'turn-failed'>): void =>
  closeTurn(state, data.task_id);

const closeTurn = (state: SessionState, taskId: string): void => {
  const turn = state.open.get(taskId);
  if (!turn) return;
  state.open.delete(taskId);
  markBusy(state, turn);
};

/** A call of it runs, or it is over: nothing is due of it. */
export const markBusy = (state: SessionState, turn: OpenTurn): void => {
  const place = state.idleTurns.indexOf(turn);
  if (place >= 0) state.idleTurns.splice(place, 1);
};

/** Its call has ended. Turns are asked in the order in which they began. */
export const markIdle = (state: SessionState, turn: OpenTurn): void => {
  const { idleTurns } = state;
  let place = idleTurns.length;
  while (place > 0 && (idleTurns[place - 1] as OpenTurn).ordinal > turn.ordinal) place -= 1;
  if (idleTurns[place - 1] !== turn) idleTurns.splice(place, 0, turn);
};

export const foldTurnEnded = (state: SessionState, turn: EventData<'turn-ended'>): void => {
  closeTurn(state, turn.task_id);
  state.stub ||= turn.stub;
  // A task hears nobody: what it may know of other nodes comes with its work.
  if (turn.node !== undefined) return;
  const spoken: SpokenTurn = {
    round: turn.round,
    speakerIndex: turn.speaker_index,
    agent: turn.agent,
    kind: turn.kind,
    content: turn.output.content,
    position: turn.reasoning.position,
    confidence: turn.output.confidence,
  };
  state.newest.set(turn.agent, spoken);
  insertOrdered(state.recent, spoken);
  const oldest = turn.round - RECENT_ROUNDS + 1;
  if ((state.recent[0]?.round ?? oldest) < oldest)
    state.recent = state.recent.filter((one) => one.round >= oldest);
};

/** Parallel turns end in any order; prompts read them by round and speaker. */
const insertOrdered = (turns: SpokenTurn[], spoken: SpokenTurn): void => {
  let index = turns.length;
  while (index > 0 && isBefore(spoken, turns[index - 1] as SpokenTurn)) index -= 1;
  turns.splice(index, 0, spoken);
};

export const isBefore = (
  a: { readonly round: number; readonly speakerIndex: number },
  b: { readonly round: number; readonly speakerIndex: number },
): boolean => a.round < b.round || (a.round === b.round && a.speakerIndex < b.speakerIndex);
