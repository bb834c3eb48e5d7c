import type { RoundPhase } from '../../../contract/index.ts';
import type { ModeScript } from '../mode-script.ts';
import { type ProtocolState, roundsLeft } from '../protocol-state.ts';
import { cappedConclusion, conclude, measuredConclusion } from './conclude.ts';
import { judgedDecision } from './judged-decision.ts';

/** Positions, rebuttals, closing statements in the last round; then the judge, where there is one. */
export const debate: ModeScript = {
  before: () => null,
  behind: () => null,
  isRoundOver: () => true,
  options: () => [],
  decision: judgedDecision,
  after: (state) => {
    const measured = state.stage === null ? null : measuredConclusion(state);
    if (measured !== null) return conclude(measured);
    if (roundsLeft(state) === 0 || state.capReached) return conclude(cappedConclusion(state, true));
    return { kind: 'round', phase: phaseAfter(state), speakers: 'all' };
  },
};

const phaseAfter = (state: ProtocolState): RoundPhase => {
  if (state.stage === null) return 'positions';
  return roundsLeft(state) === 1 ? 'closing' : 'rebuttals';
};
