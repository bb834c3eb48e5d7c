import type { ResolvedSpecification } from '../contract/index.ts';

export interface TurnRange {
  readonly low: number;
  readonly high: number;
}

/**
 * How many turns a run may take, closing turns included: at least until the earliest end its mode allows, at
 * most all rounds. A moderator's calls of speakers are turns of their own.
 */
export const turnRange = (specification: ResolvedSpecification): TurnRange => {
  const { mode, strategy, agents, max_rounds: rounds } = specification;
  const moderated = strategy === 'moderated' && agents.length > 1 ? agents.length - 1 : 0;
  const closing = (specification.synthesizer ? 1 : 0) + (judges(specification) ? 1 : 0);
  const stages = mode === 'consensus' && rounds === 1 ? 2 : rounds;
  return {
    low: agents.length * earliestEnd(specification) + closing,
    high: (agents.length + moderated) * stages + closing,
  };
};

const judges = ({ mode, judge, vote }: ResolvedSpecification): boolean =>
  judge !== null && (mode === 'debate' || vote?.fallback === 'judge');

/** Rounds with all speakers before the earliest end. */
const earliestEnd = ({ mode, max_rounds: rounds, convergence }: ResolvedSpecification): number => {
  switch (mode) {
    case 'consensus':
      return rounds === 1 ? 2 : Math.min(rounds, 2);
    case 'brainstorm':
      return convergence === false ? Math.max(1, rounds - 1) : Math.min(rounds, 2);
    case 'single':
    case 'debate':
      return convergence === false ? rounds : 1;
    case 'delegation':
    case 'workflow':
      return 0;
  }
};
