import type { EventData, EventDraft } from '../../contract/index.ts';
import { closingTurn } from './closing-turn.ts';
import { countedVote } from './counted-vote.ts';
import { dueTurns } from './due-turns.ts';
import { finalTopic } from './final-topic.ts';
import { foldEvent } from './fold-event.ts';
import { haltedEnding } from './halted-ending.ts';
import { measureDue } from './measure-due.ts';
import type { Conclusion, ModeScript } from './mode-script.ts';
import type { Intent, Protocol } from './protocol.ts';
import { hasRunningTurns, initialState, type ProtocolState } from './protocol-state.ts';
import { orderOf, speakingOrder } from './speaking-order.ts';
import type { Stage } from './stage.ts';
import { failureThatEnds } from './turn-failure.ts';

/** A protocol from what is special about a mode. `next` asks in a fixed order, and the first answer counts. */
export const protocolFromScript = (script: ModeScript): Protocol<ProtocolState> => ({
  initial: initialState,
  fold: foldEvent,
  next: (state) => nextOf(script, state),
});

const nextOf = (script: ModeScript, state: ProtocolState): readonly Intent[] => {
  if (state.ended) return [];
  if (state.deadline !== null) return [deadlineAnswer(state.deadline)];
  const { stage } = state;
  const ending = haltedEnding(state, failureThatEnds(state), () => script.decision(state));
  if (hasRunningTurns(state)) {
    const parallel = stage !== null && stage.running > 0 && ending === null;
    return parallel ? dueTurns(state, stage, script) : [];
  }
  if (ending !== null) return [ending];
  if (stage === null) return stepIntents(script, state, 1);
  if (state.judgement === null && state.synthesis === null) {
    const opening = script.before(state);
    if (opening !== null) return [record(opening)];
    const turns = dueTurns(state, stage, script);
    if (turns.length > 0) return turns;
    const closing = script.behind(state) ?? (script.isRoundOver(state) ? measureDue(state, stage) : null);
    if (closing !== null) return [record(closing)];
  }
  return stepIntents(script, state, stage.round + 1);
};

const record = (draft: EventDraft): Intent => ({ kind: 'record', draft });

const deadlineAnswer = ({ cap, elapsed, scope, key }: EventData<'deadline-passed'>): Intent => ({
  kind: 'record',
  draft: {
    type: 'limit-reached',
    data: { limit: 'seconds', ...(scope && { scope }), ...(key && { key }), cap, spent: elapsed },
  },
});

const stepIntents = (script: ModeScript, state: ProtocolState, round: number): readonly Intent[] => {
  const step = script.after(state);
  switch (step.kind) {
    case 'record':
      return [record(step.draft)];
    case 'round': {
      const { phase } = step;
      const speakers = step.speakers === 'all' ? speakingOrder(state.setting, round, phase) : step.speakers;
      return [{ kind: 'start-round', round, phase, order: orderOf(state.setting), speakers }];
    }
    case 'conclude':
      return [conclude(script, state, step.conclusion)];
  }
};

const conclude = (script: ModeScript, state: ProtocolState, conclusion: Conclusion): Intent => {
  const { judge, synthesizer } = state.setting;
  if (conclusion.capped && !state.capReached && state.judgement === null && state.synthesis === null) {
    const spent = state.stage?.round ?? 0;
    return {
      kind: 'record',
      draft: { type: 'limit-reached', data: { limit: 'rounds', cap: state.cap, spent } },
    };
  }
  const closing = (stage: Stage, kind: 'judgement' | 'synthesis', agent: string) =>
    kind === 'judgement'
      ? closingTurn(stage, kind, agent, script.options(state))
      : closingTurn(stage, kind, agent, [], countedVote(state));
  if (state.stage !== null && state.turnsEnded > 0) {
    if (conclusion.judged && judge !== null && state.judgement === null && state.synthesis === null) {
      return closing(state.stage, 'judgement', judge);
    }
    if (synthesizer !== null && state.synthesis === null)
      return closing(state.stage, 'synthesis', synthesizer);
  }
  const decision = script.decision(state);
  return {
    kind: 'finish',
    outcome: conclusion.outcome,
    reason: conclusion.reason,
    converged: conclusion.converged,
    topicFinal: finalTopic(state, decision),
    decision,
  };
};
