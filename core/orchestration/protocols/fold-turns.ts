import type { EventData, Turn, TurnKind } from '../../contract/index.ts';
import { calledSpeaker } from './called-speaker.ts';
import { namedPoints } from './modes/named-points.ts';
import { isPassedOver, type ProtocolState } from './protocol-state.ts';
import type { Failure, Slot, Stage } from './stage.ts';
import { failureKind } from './turn-failure.ts';

const isClosing = (kind: TurnKind): kind is 'judgement' | 'synthesis' =>
  kind === 'judgement' || kind === 'synthesis';

export const startTurn = (state: ProtocolState, data: EventData<'turn-started'>): void => {
  const slot: Slot = { kind: 'running', agent: data.agent, turnKind: data.kind };
  if (isClosing(data.kind)) {
    state[data.kind] = { round: data.round, speakerIndex: data.speaker_index, slot };
  } else if (state.stage?.round === data.round && !state.stage.slots.has(data.speaker_index)) {
    state.stage.slots.set(data.speaker_index, slot);
    state.stage.running += 1;
    if (data.kind !== 'moderation') {
      state.stage.spoken.add(data.agent);
      state.stage.called = null;
    }
  }
  if (state.stage) state.stage.nextIndex = Math.max(state.stage.nextIndex, data.speaker_index + 1);
};

/** Closes the turn's slot; false when it was not running, that is for an event that says nothing new. */
const closeSlot = (
  state: ProtocolState,
  turn: { readonly kind: TurnKind; readonly round: number; readonly speaker_index: number },
  slot: Slot,
): boolean => {
  if (isClosing(turn.kind)) {
    const open = state[turn.kind];
    if (open?.slot.kind !== 'running' || open.speakerIndex !== turn.speaker_index) return false;
    state[turn.kind] = { ...open, slot };
    return true;
  }
  const { stage } = state;
  if (stage?.round !== turn.round || stage.slots.get(turn.speaker_index)?.kind !== 'running') return false;
  stage.slots.set(turn.speaker_index, slot);
  stage.running -= 1;
  if (slot.kind === 'failed') stage.failures += 1;
  return true;
};

export const endTurn = (state: ProtocolState, turn: Turn): void => {
  const { agent, kind, decision, ballot } = turn;
  const confidence = turn.output.confidence ?? turn.reasoning.confidence;
  if (!closeSlot(state, turn, { kind: 'ended', agent, turnKind: kind, decision, ballot, confidence })) return;
  state.turnsEnded += 1;
  const text = turn.reasoning.position.trim() || turn.output.content.trim();
  switch (kind) {
    case 'answer':
    case 'position':
    case 'rebuttal':
    case 'closing':
    case 'discussion':
      return takeStanding(state, turn, text);
    case 'idea': {
      const points = namedPoints(turn);
      state.brainstorm.ideas.set(turn.speaker_index, { agent, texts: points.length > 0 ? points : [text] });
      return takeStanding(state, turn, text);
    }
    case 'proposal':
      state.vote.proposals.push({ speakerIndex: turn.speaker_index, agent, text });
      return takeStanding(state, turn, text);
    case 'moderation':
      return callSpeaker(state, turn.round, decision);
    case 'cluster':
      state.brainstorm.groups = namedPoints(turn);
      return;
    case 'synthesis':
      state.synthesisText = turn.reasoning.answer.trim() || turn.output.content.trim();
      return;
    case 'judgement':
    case 'selection':
    case 'vote':
    case 'task':
    case 'plan':
    case 'review':
      return;
    default:
      kind satisfies never;
  }
};

const takeStanding = (state: ProtocolState, turn: Turn, text: string): void => {
  const before = state.standings.get(turn.agent)?.now ?? null;
  state.standings.set(turn.agent, { now: { round: turn.round, text, decision: turn.decision }, before });
};

/** Who may still be called in a moderated round. */
export const candidatesOf = (state: ProtocolState, stage: Stage): readonly string[] =>
  stage.speakers.filter((agent) => !stage.spoken.has(agent) && !isPassedOver(state, stage.round, agent));

const callSpeaker = (state: ProtocolState, round: number, decision: string | null): void => {
  if (state.stage?.round !== round) return;
  state.stage.called = calledSpeaker(decision, candidatesOf(state, state.stage));
};

export const failTurn = (state: ProtocolState, data: EventData<'turn-failed'>): void => {
  const passedOver =
    data.error.code === 'session/skipped' ||
    (isPassedOver(state, data.round, data.agent) && !isClosing(data.kind));
  const failure: Failure = {
    kind: failureKind(data.error.code, passedOver, state.halt !== null || state.deadline !== null),
    message: data.error.message,
  };
  const slot: Slot = { kind: 'failed', agent: data.agent, turnKind: data.kind, failure };
  if (!closeSlot(state, data, slot)) return;
  if (data.kind === 'moderation') callSpeaker(state, data.round, null);
  if (data.kind === 'synthesis' && state.synthesisAgain) {
    state.synthesis = null;
    state.synthesisAgain = false;
  }
};
