import type { EventDraft } from '../../../../../../core/contract/index.ts';
import type { TakeTurn } from '../../../../../../core/orchestration/protocols/index.ts';
import type { ProtocolState } from '../../../../../../core/orchestration/protocols/protocol-state.ts';
import type { Run } from '../mini-engine.ts';
import type { Said } from '../synthetic-turn.ts';

/** What a session went through, one word a step: its rounds, votes, caps, closing turns and outcome. */
export const courseOf = ({ events }: Run): readonly string[] => events.flatMap(stepOf);

const stepOf = (event: EventDraft): readonly string[] => {
  switch (event.type) {
    case 'round-started':
      return [`${event.data.round} ${event.data.phase}`];
    case 'vote-opened':
      return ['ballot'];
    case 'limit-reached':
      return [`cap on ${event.data.limit}`];
    case 'turn-started':
      return event.data.kind === 'judgement' || event.data.kind === 'synthesis' ? [event.data.kind] : [];
    case 'session-ended':
      return [event.data.outcome];
    default:
      return [];
  }
};

/** Who spoke in each round, moderators and closing turns too. */
export const speakersOf = (run: Run, round: number): readonly string[] =>
  run.turns.filter((turn) => turn.round === round).map((turn) => turn.agent);

/** Positions that neither resemble each other nor the ones before. */
export const talk = ({ agent, round, turnKind }: TakeTurn): Said => {
  if (turnKind === 'synthesis') return { answer: 'All of it in one sentence' };
  return { position: [1, 2, 3, 4, 5].map((word) => `${agent}${round}word${word}`).join(' ') };
};

/** Gives these inputs the first time the condition holds while a turn runs, and never again. */
export const once = (
  when: (open: TakeTurn, state: ProtocolState) => boolean,
  ...inputs: readonly EventDraft[]
): ((state: ProtocolState, open: readonly TakeTurn[]) => readonly EventDraft[]) => {
  let given = false;
  return (state, open) => {
    if (given || !open.some((turn) => when(turn, state))) return [];
    given = true;
    return inputs;
  };
};

export const stop = (synthesis: boolean): EventDraft => ({
  type: 'stop-requested',
  data: { by: 'user', synthesis },
});
export const skip = (round: number, agent: string): EventDraft => ({
  type: 'speaker-skipped',
  data: { by: 'user', round, agent },
});
export const extend = (rounds: number): EventDraft => ({
  type: 'rounds-extended',
  data: { by: 'user', rounds },
});
