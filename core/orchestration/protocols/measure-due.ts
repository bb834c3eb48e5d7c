import type { ConvergenceMethod, DraftOf, EventData } from '../../contract/index.ts';
import { choiceCounts } from './choice-counts.ts';
import {
  lexicalMeasure,
  type PositionReading,
  readPosition,
  stagnationMeasure,
  voteAgreementMeasure,
} from './convergence/index.ts';
import type { ProtocolState, Statement } from './protocol-state.ts';
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
    return standing ? [{ agent, statement: standing.now }] : [];
  });
  const anyNew = newest.some(({ statement }) => statement.round === round);
  return {
    positions: anyNew ? newest.map(({ agent, statement }) => reading(state, agent, statement)) : [],
    silent: participants.filter((agent) => !state.standings.has(agent)),
  };
};

const changedPositions = (state: ProtocolState, round: number) =>
  state.setting.participants.flatMap((agent) => {
    const standing = state.standings.get(agent);
    if (standing?.now.round !== round || standing.before === null) return [];
    const { now, before } = standing;
    return [{ now: reading(state, agent, now), before: reading(state, agent, before) }];
  });

/** Readings of statements that a state still holds: each text is read once, and goes when its statement goes. */
const readings = new WeakMap<Statement, PositionReading>();

const reading = (state: ProtocolState, agent: string, statement: Statement): PositionReading => {
  const known = readings.get(statement);
  if (known) return known;
  const fresh = readPosition(agent, statement.text, statement.decision, state.setting.names);
  readings.set(statement, fresh);
  return fresh;
};
