import type { VoteMethod } from '../../contract/index.ts';
import type { CountedVote } from '../turn-brief.ts';
import { type Part, wholePart } from './part.ts';
import { onOneLine } from './quoted.ts';

/** Longest option in UTF-16 units. */
const MAX_OPTION = 300;

const INTRODUCTION =
  'Counted from the ballots by the rules of the session, not by a speaker: report it as it stands.';

const methods = {
  majority: 'majority, votes counted',
  two_thirds: 'two thirds, votes counted',
  ranked_choice: 'ranked choice, first choices counted',
  confidence_weighted: 'weighted by confidence, weights counted',
} as const satisfies Record<VoteMethod, string>;

/** What the count gave, for a writer who heard the ballots: figures, then the decision, then who voted otherwise. */
export const votePart = ({ opened, tally, decided }: CountedVote): Part => {
  const options = opened.options.map(
    ({ id, text, by }) =>
      `| ${id}. ${onOneLine(text, MAX_OPTION)}${by === null ? '' : ` (by ${by})`}: ${figure(tally.counts[id] ?? 0)}`,
  );
  const quorum = `quorum ${opened.quorum}, ${tally.quorum_met ? 'met' : 'not met'}`;
  const lines = [
    '## Result of the vote',
    INTRODUCTION,
    `Method: ${methods[tally.method]}. Turnout ${Math.round(tally.turnout * 100)} %, ${quorum}.`,
    ...options,
    ...runOff(tally.steps),
    `${decisionText(decided, tally.winner)} ${tally.why}`,
    ...(tally.dissent.length === 0
      ? []
      : [`Voted otherwise: ${tally.dissent.map(({ agent, choice }) => `${agent} (${choice})`).join(', ')}.`]),
  ];
  return wholePart('vote_result', lines.join('\n'));
};

/** Weights are sums of fractions. */
const figure = (count: number): string => String(Number(count.toFixed(4)));

const decisionText = (decided: string | null, winner: string | null): string => {
  if (decided === null) return 'Decided: nothing.';
  return winner === null ? `Decided: ${decided}, by the judge.` : `Decided: ${decided}.`;
};

/** Who went out in which count, and what the last one gave. */
const runOff = (steps: CountedVote['tally']['steps']): readonly string[] => {
  const last = steps.at(-1);
  if (steps.length < 2 || !last) return [];
  const out = steps.flatMap(({ eliminated }) => (eliminated.length > 0 ? [eliminated.join(' and ')] : []));
  const counts = Object.entries(last.counts).map(([id, count]) => `${id} ${figure(count)}`);
  return [`Run-off: out went ${out.join(', then ')}; the last count was ${counts.join(', ')}.`];
};
