import type { EventData } from '../../../contract/index.ts';
import { fourDecimals } from './four-decimals.ts';
import { type LexicalFindings, lexicalWhy } from './lexical-why.ts';
import { MOST_LISTED } from './listed.ts';
import { positionPairs } from './position-pairs.ts';
import type { PositionReading } from './position-reading.ts';
import { wordsInBoth, wordsOnlyIn } from './word-lists.ts';

export interface LexicalInput {
  readonly round: number;
  readonly threshold: number;
  /** Newest position of every participant that has one, in the participants' order. */
  readonly positions: readonly PositionReading[];
  /** Participants without a position: nobody is counted as agreed who has not spoken. */
  readonly silent: readonly string[];
}

/**
 * Mean Jaccard of the content words over all pairs of positions. Met when it reaches the threshold, nobody takes
 * an opposite stand, nobody is silent, and no pair falls below half of the threshold: among many who agree, one
 * who says something else would not lower the mean enough.
 */
export const lexicalMeasure = (input: LexicalInput): EventData<'convergence-measured'> => {
  const { round, threshold, silent } = input;
  const pairs = [...positionPairs(input.positions)].sort((one, other) => one.value - other.value);
  const sum = pairs.reduce((total, pair) => total + pair.value, 0);
  const findings: LexicalFindings = {
    threshold,
    silent,
    value: pairs.length === 0 ? null : fourDecimals(sum / pairs.length),
    furthest: pairs[0] ?? null,
    clash: pairs.find((pair) => pair.opposed !== null) ?? null,
    outlying: (pairs[0]?.value ?? 0) < threshold / 2,
  };
  const near = findings.value !== null && findings.value >= threshold;
  return {
    round,
    method: 'lexical',
    value: findings.value,
    threshold,
    met: near && findings.clash === null && silent.length === 0 && !findings.outlying,
    why: lexicalWhy(findings),
    evidence: {
      pairs: pairs.slice(0, MOST_LISTED).map(({ first, second, value }) => ({
        agents: [first.agent, second.agent],
        value: fourDecimals(value),
      })),
      furthest: furthestEvidence(findings),
      opposed: pairs
        .filter((pair) => pair.opposed !== null)
        .slice(0, MOST_LISTED)
        .map(({ first, second, opposed }) => ({ agents: [first.agent, second.agent], why: opposed })),
      silent: silent.slice(0, MOST_LISTED),
    },
  };
};

const furthestEvidence = ({ furthest }: LexicalFindings) =>
  furthest && {
    agents: [furthest.first.agent, furthest.second.agent],
    shared: wordsInBoth(furthest.first, furthest.second, MOST_LISTED),
    only_first: wordsOnlyIn(furthest.first, furthest.second, MOST_LISTED),
    only_second: wordsOnlyIn(furthest.second, furthest.first, MOST_LISTED),
  };
