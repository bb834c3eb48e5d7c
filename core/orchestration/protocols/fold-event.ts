import type { EventData } from '../../contract/index.ts';
import { beginStage } from './begin-stage.ts';
import { endTurn, failTurn, startTurn } from './fold-turns.ts';
import type { FoldedEvent } from './protocol.ts';
import { acceptsMoreRounds, type ProtocolState } from './protocol-state.ts';
import { orderOf, speakingOrder } from './speaking-order.ts';

/** Takes one event into the state. Events that no protocol depends on (calls, costs, pauses, words) pass. */
export const foldEvent = (state: ProtocolState, event: FoldedEvent): void => {
  switch (event.type) {
    case 'round-started': {
      const { round, phase, order, speakers } = event.data;
      beginStage(state, { round, phase, order, speakers, base: 0 });
      return;
    }
    case 'turn-started':
      return startTurn(state, event.data);
    case 'turn-ended':
      return endTurn(state, event.data);
    case 'turn-failed':
      return failTurn(state, event.data);
    case 'convergence-measured':
      return takeMeasure(state, event.data);
    case 'vote-opened':
      return openVote(state, event.data);
    case 'vote-cast':
      state.vote.casts.push(event.data);
      return;
    case 'vote-tallied':
      state.vote.tally = event.data;
      return;
    case 'speaker-skipped':
      if (event.data.round > state.skips.round) state.skips = { round: event.data.round, agents: new Set() };
      if (event.data.round === state.skips.round) state.skips.agents.add(event.data.agent);
      return;
    case 'rounds-extended':
      if (!acceptsMoreRounds(state)) return;
      state.cap += event.data.rounds;
      if (state.stage?.phase === 'cluster' || state.stage?.phase === 'converge')
        state.brainstorm.again = true;
      return;
    case 'stop-requested':
      return stop(state, event.data);
    case 'deadline-passed':
      if (state.synthesisText === null) state.deadline = event.data;
      return;
    case 'limit-reached':
      return reachLimit(state, event.data);
    case 'session-ended':
      state.ended = true;
      return;
    default:
      return;
  }
};

const takeMeasure = (state: ProtocolState, data: EventData<'convergence-measured'>): void => {
  if (state.stage?.round === data.round) state.stage.measured.add(data.method);
  const verdict = { method: data.method, round: data.round, why: data.why };
  if (data.method === 'stagnation') {
    const still = data.value !== null && data.value >= data.threshold;
    state.roundsWithoutNews = still ? state.roundsWithoutNews + 1 : 0;
    state.stagnant = data.met ? verdict : null;
    return;
  }
  if (data.met) state.converged = verdict;
  else if (state.converged?.method === data.method) state.converged = null;
};

const openVote = (state: ProtocolState, data: EventData<'vote-opened'>): void => {
  for (const cast of state.vote.casts) {
    if (cast.valid) state.vote.choicesBefore.set(cast.agent, cast.choice);
  }
  state.vote.casts.length = 0;
  state.vote.tally = null;
  state.vote.opened = data;
  if (state.stage?.round !== data.round || state.stage.phase === 'vote') return;
  beginStage(state, {
    round: data.round,
    phase: 'vote',
    order: orderOf(state.setting),
    speakers: speakingOrder(state.setting, data.round, 'vote'),
    base: state.stage.nextIndex,
  });
};

const stop = (state: ProtocolState, data: EventData<'stop-requested'>): void => {
  if (state.halt?.kind === 'stop' && !data.synthesis) state.halt = { ...state.halt, synthesis: false };
  if (state.halt !== null || state.synthesisText !== null) return;
  state.halt = { kind: 'stop', by: data.by, synthesis: data.synthesis };
  state.synthesisAgain = data.synthesis && state.synthesis?.slot.kind === 'running';
};

const reachLimit = (state: ProtocolState, data: EventData<'limit-reached'>): void => {
  if (data.limit === 'rounds') {
    state.capReached = true;
    return;
  }
  state.deadline = null;
  if (state.halt !== null || state.synthesisText !== null) return;
  const { limit, cap, spent, scope, key } = data;
  state.halt = { kind: 'limit', limit, cap, spent, scope, key };
};
