import type { RoundPhase, TurnKind } from '../../contract/index.ts';
import { candidatesOf } from './fold-turns.ts';
import type { ModeScript } from './mode-script.ts';
import type { TakeTurn } from './protocol.ts';
import { isPassedOver, type ProtocolState } from './protocol-state.ts';
import { isSecret } from './speaking-order.ts';
import type { Stage } from './stage.ts';

const kindOfPhase = {
  answer: 'answer',
  positions: 'position',
  rebuttals: 'rebuttal',
  closing: 'closing',
  diverge: 'idea',
  cluster: 'cluster',
  converge: 'selection',
  propose: 'proposal',
  discuss: 'discussion',
  vote: 'vote',
  work: 'task',
} as const satisfies Record<RoundPhase, TurnKind>;

/** Turns of the present stage that can start now; none while a sequential speaker still speaks. */
export const dueTurns = (state: ProtocolState, stage: Stage, script: ModeScript): readonly TakeTurn[] => {
  if (stage.order === 'sequential' && stage.running > 0) return [];
  return stage.moderated ? moderatedTurn(state, stage, script) : listedTurns(state, stage, script);
};

const listedTurns = (state: ProtocolState, stage: Stage, script: ModeScript): readonly TakeTurn[] => {
  const due: TakeTurn[] = [];
  for (const [place, agent] of stage.speakers.entries()) {
    const speakerIndex = stage.base + place;
    if (stage.slots.has(speakerIndex) || isPassedOver(state, stage.round, agent)) continue;
    due.push(speakerTurn(state, stage, script, agent, speakerIndex));
    if (stage.order === 'sequential') break;
  }
  return due;
};

const moderatedTurn = (state: ProtocolState, stage: Stage, script: ModeScript): readonly TakeTurn[] => {
  const candidates = candidatesOf(state, stage);
  const [first] = candidates;
  const { moderator } = state.setting;
  if (first === undefined) return [];
  if (stage.called !== null && candidates.includes(stage.called)) {
    return [speakerTurn(state, stage, script, stage.called, stage.nextIndex)];
  }
  if (moderator === null || isPassedOver(state, stage.round, moderator)) {
    return [speakerTurn(state, stage, script, first, stage.nextIndex)];
  }
  const turn = speakerTurn(state, stage, script, moderator, stage.nextIndex);
  return [{ ...turn, turnKind: 'moderation', options: [], ranked: false, candidates }];
};

const speakerTurn = (
  state: ProtocolState,
  stage: Stage,
  script: ModeScript,
  agent: string,
  speakerIndex: number,
): TakeTurn => {
  const { round, phase } = stage;
  const together = stage.order === 'parallel' || isSecret(phase);
  return {
    kind: 'take-turn',
    round,
    speakerIndex,
    agent,
    turnKind: kindOfPhase[phase],
    phase,
    hears: { round, speakerIndex: together ? stage.base : speakerIndex },
    options: script.options(state),
    ranked: phase === 'vote' && state.setting.vote.method === 'ranked_choice',
    candidates: [],
  };
};
