import type { ConvergenceMethod, DraftOf, EventData } from '../../contract/index.ts';
import { choiceCounts } from './choice-counts.ts';
import {
  lexicalMeasure,
  readPosition,
  stagnationMeasure,
  voteAgreementMeasure,
} from './convergence/index.ts';
import type { ProtocolState } from './protocol-state.ts';
import type { Stage } from './stage.ts';

/** The next measure of the finished round that is not on record yet; one at a time, so that none is made twice. */
export const measureDue = (state: ProtocolState, stage: Stage): DraftOf<'convergence-measured'> | null => {
  const { convergence } = state.setting;
  const method = convergence?.methods.find((candidate) => !stage.measured.has(candidate));
  if (convergence === null || method === undefined) return null;
  return { type: 'convergence-measured', data: measure(state, stage, method, convergence.threshold) };
};

const measure = (
  state: ProtocolState,
  stage: Stage,
  method: ConvergenceMethod,
  threshold: number,
): EventData<'convergence-measured'> => {
  const { round } = stage;
  switch (method) {
    case 'lexical':
      return lexicalMeasure({ round, threshold, ...statedPositions(state, round) });
    case 'stagnation':
      return stagnationMeasure({
        round,
        threshold,
        changes: changedPositions(state, round),
        roundsWithoutNews: state.roundsWithoutNews,
      });
    case 'vote':
      return voteAgreementMeasure({ round, threshold, ...choiceCounts(state, stage) });
  }
};

/** Newest positions, of earlier rounds too: who was passed over still stands where he stood. */
const statedPositions = (state: ProtocolState, round: number) => {
  const { participants } = state.setting;
  const newest = participants.flatMap((agent) => {
    const standing = state.standings.get(agent);
    return standing ? [{ agent, ...standing }] : [];
  });
  const anyNew = newest.some((standing) => standing.round === round);
  return {
    positions: anyNew ? newest.map(({ agent, text, decision }) => readPosition(agent, text, decision)) : [],
    silent: participants.filter((agent) => !state.standings.has(agent)),
  };
};

const changedPositions = (state: ProtocolState, round: number) =>
  state.setting.participants.flatMap((agent) => {
    const standing = state.standings.get(agent);
    if (standing?.round !== round || standing.before === null) return [];
    return [
      {
        now: readPosition(agent, standing.text, null),
        before: readPosition(agent, standing.before.text, null),
      },
    ];
  });
