import { AgentNetError, type EventDraft } from '../../contract/index.ts';
import type { SessionState } from './session-state.ts';

/** What a person may ask of a session, as the inputs to append. Each refuses in words what makes no sense now. */
export const pauseInputs = (
  state: SessionState,
  when: 'after-turn' | 'now',
  by: string,
): readonly EventDraft[] => {
  refuseWhenEnded(state, 'paused');
  const { phase } = state;
  if (phase.kind === 'paused') return [];
  if (phase.kind === 'pausing' && (phase.when === when || when === 'after-turn')) return [];
  if (state.stopping) throw wrongState(state, 'It is ending already, so it cannot be paused.');
  return [{ type: 'pause-requested', data: { by, when } }];
};

export const resumeInputs = (state: SessionState): readonly EventDraft[] => {
  refuseWhenEnded(state, 'resumed');
  if (state.phase.kind === 'running') return [];
  return [{ type: 'session-resumed', data: { reason: 'user', lost_calls: [], incomplete: [] } }];
};

export const stepInputs = (state: SessionState): readonly EventDraft[] => {
  refuseWhenEnded(state, 'advanced');
  if (state.phase.kind !== 'paused') {
    throw wrongState(state, 'Only a paused session can be advanced by one turn.', 'Pause it first.');
  }
  return [{ type: 'session-resumed', data: { reason: 'step', lost_calls: [], incomplete: [] } }];
};

export const stopInputs = (state: SessionState, synthesis: boolean, by: string): readonly EventDraft[] => {
  refuseWhenEnded(state, 'stopped');
  return [{ type: 'stop-requested', data: { by, synthesis } }];
};

export const interjectInputs = (
  state: SessionState,
  words: { readonly from: 'user' | 'moderator'; readonly to: string; readonly text: string },
): readonly EventDraft[] => {
  refuseWhenEnded(state, 'spoken to');
  if (words.to !== 'all') refuseStranger(state, words.to);
  return [{ type: 'interjection-recorded', data: { ...words, whisper: words.to !== 'all' } }];
};

export const skipInputs = (state: SessionState, agent: string, by: string): readonly EventDraft[] => {
  refuseWhenEnded(state, 'changed');
  refuseGraph(state, 'no speakers to pass over', 'Skip one of its nodes instead.');
  refuseStranger(state, agent);
  return [{ type: 'speaker-skipped', data: { by, round: Math.max(1, state.round), agent } }];
};

export const extendInputs = (state: SessionState, rounds: number, by: string): readonly EventDraft[] => {
  refuseWhenEnded(state, 'extended');
  refuseGraph(
    state,
    'no rounds',
    'Add what is missing to the graph, and run it with the outputs of this run.',
  );
  if (state.stopping || !state.protocol.acceptsMoreRounds()) {
    throw wrongState(
      state,
      'It is ending already, so it cannot be extended.',
      'Start a new session with more rounds instead.',
    );
  }
  return [{ type: 'rounds-extended', data: { by, rounds } }];
};

const refuseWhenEnded = (state: SessionState, verb: string): void => {
  if (state.phase.kind === 'ended') {
    throw wrongState(state, `It has ended, so it cannot be ${verb}.`, 'Start a new session from it instead.');
  }
};

/** Acts on rounds and speakers, which a task graph does not have. */
const refuseGraph = (state: SessionState, missing: string, remedy: string): void => {
  if (state.specification.workflow) throw wrongState(state, `A task graph has ${missing}.`, remedy);
};

const refuseStranger = (state: SessionState, agent: string): void => {
  if (state.references.has(agent)) return;
  throw new AgentNetError('input/unknown-agent', `No agent named ${agent} takes part in this session.`, {
    where: { session_id: state.sessionId },
    kept: 'The session goes on unchanged.',
    remedy: `Choose one of ${[...state.references.keys()].join(', ')}.`,
  });
};

const wrongState = (state: SessionState, message: string, remedy?: string): AgentNetError =>
  new AgentNetError('session/wrong-state', message, {
    where: { session_id: state.sessionId },
    kept: 'The session is unchanged.',
    ...(remedy !== undefined && { remedy }),
  });
