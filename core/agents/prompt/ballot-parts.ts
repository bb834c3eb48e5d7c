import { estimateTokens } from '../../contract/index.ts';
import type { TurnBrief, VoteOption } from '../turn-brief.ts';
import { cutToTokens, fairShares } from './cut.ts';
import { fitted, type Part, wholePart } from './part.ts';
import { onOneLine } from './quoted.ts';

/** Longest option in UTF-16 units; the specification allows as much. */
const MAX_OPTION = 600;
const HEADING = '## Options';

const optionLine = ({ id, text, by }: VoteOption) =>
  `| ${id}. ${onOneLine(text, MAX_OPTION)}${by === null ? '' : ` (by ${by})`}`;

/** All options, each cut fairly where room is short: a vote must offer every one of them. */
const optionsPart = (options: readonly VoteOption[], room: number): readonly Part[] => {
  if (options.length === 0) return [];
  const lines = options.map(optionLine);
  const shares = fairShares(
    lines.map((line) => estimateTokens(line) + 1),
    room - estimateTokens(HEADING) - 2,
  );
  const cut = lines.map((line, index) => cutToTokens(line, (shares[index] as number) - 1));
  const kept = cut.filter((line) => line.text !== '');
  if (kept.length === 0) return [];
  const part = wholePart('options', `${HEADING}\n${kept.map((line) => line.text).join('\n')}`);
  return [{ ...part, truncated: cut.some((line) => line.truncated) }];
};

const candidatesPart = (candidates: readonly string[], room: number): readonly Part[] => {
  if (candidates.length === 0) return [];
  const part = fitted(wholePart('candidates', `## Candidates\n${candidates.join(', ')}`), room);
  return part ? [part] : [];
};

/** What may be chosen: options of a vote or a judgement, candidates of a moderator. */
export const ballotParts = (brief: TurnBrief, room: number): readonly Part[] => {
  const options = optionsPart(brief.options, room);
  const used = options.reduce((sum, part) => sum + part.tokens, 0);
  return [...options, ...candidatesPart(brief.candidates, room - used)];
};
