import type { SpokenTurn, TurnBrief } from '../../agents/index.ts';
import type { AgentVersion } from '../../contract/index.ts';
import { isBefore } from './fold-turns.ts';
import type { OpenTurn, SessionState } from './session-state.ts';

/** Output limit where neither agent nor specification sets one (design section 4). */
const DEFAULT_MAX_OUTPUT_TOKENS = 1024;

export const agentOf = (state: SessionState, turn: OpenTurn): AgentVersion =>
  state.agents[turn.reference] as AgentVersion;

export const maxOutputTokensOf = (state: SessionState, turn: OpenTurn): number =>
  agentOf(state, turn).max_output_tokens ??
  state.specification.max_output_tokens ??
  turn.intent.work?.maxOutputTokens ??
  DEFAULT_MAX_OUTPUT_TOKENS;

/** All that the prompt of an open turn depends on. */
export const briefOf = (state: SessionState, turn: OpenTurn): TurnBrief => {
  const { intent } = turn;
  const { specification } = state;
  return {
    mode: specification.mode,
    phase: intent.phase,
    kind: intent.turnKind,
    topic: specification.topic,
    agent: agentOf(state, turn),
    participants: participantsOf(state),
    round: intent.round,
    maxRounds: state.maxRounds,
    heard: intent.work ? [] : heardBy(state, turn),
    interjections: state.interjections.filter((one) => !one.whisper || one.to === intent.agent),
    options: intent.options,
    ranked: intent.ranked,
    candidates: intent.candidates,
    seed: specification.seed,
    contextTokens: Math.min(specification.context_tokens, turn.compressedTo ?? Number.POSITIVE_INFINITY),
    maxOutputTokens: maxOutputTokensOf(state, turn),
    ...(intent.vote && state.tellsVote && { vote: intent.vote }),
    ...(intent.work && { work: intent.work }),
    form: answersInJson(state, turn) ? 'labelled-and-json' : 'labelled',
  };
};

const nameOf = (reference: string) => reference.slice(0, reference.lastIndexOf('@'));

const answersInJson = (state: SessionState, turn: OpenTurn): boolean => {
  const model = state.chains[turn.reference]?.[turn.link];
  return model !== undefined && state.models[model]?.structured === true;
};

/** Names of all who take part, in speaking order. */
export const participantsOf = (state: SessionState): readonly string[] =>
  state.specification.agents.map(nameOf);

const heardBy = (state: SessionState, turn: OpenTurn): readonly SpokenTurn[] => {
  const limit = turn.intent.hears;
  const heard = state.recent.filter((spoken) => isBefore(spoken, limit));
  const oldest = state.recent[0]?.round ?? 0;
  const older = [...state.newest.values()].filter(
    (spoken) => spoken.round < oldest && isBefore(spoken, limit),
  );
  if (older.length === 0) return heard;
  return [...older.sort((a, b) => (isBefore(a, b) ? -1 : 1)), ...heard];
};
