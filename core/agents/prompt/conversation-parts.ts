import { estimateTokens } from '../../contract/index.ts';
import type { HeardInterjection, SpokenTurn, TurnBrief } from '../turn-brief.ts';
import { cutToTokens, fairShares } from './cut.ts';
import { fittingPart, type Part, wholePart } from './part.ts';
import { quoted } from './quoted.ts';
import { selectHeard } from './select-heard.ts';
import { confidenceText, positionLine, summarise } from './summarise.ts';

/** Interjections that stay in view: the last ones this agent may hear. */
const MAX_INTERJECTIONS = 8;
/** A quoted turn with less room than this is not worth its heading; the oldest go first. */
const LEAST_TURN_TOKENS = 24;

interface Conversation {
  readonly parts: readonly Part[];
  readonly shortTerm: readonly string[];
}

const heading = (turn: SpokenTurn) =>
  `${turn.agent}, round ${turn.round}, ${turn.kind}, ${confidenceText(turn.confidence)}:`;

/** Lines that fit, the newest kept, in their old order. */
const newestLines = (
  name: string,
  title: string,
  lines: readonly string[],
  room: number,
): readonly Part[] => {
  let left = room - estimateTokens(title) - 2;
  let first = lines.length;
  while (first > 0) {
    const cost = estimateTokens(lines[first - 1] as string) + 1;
    if (cost > left) break;
    left -= cost;
    first -= 1;
  }
  if (first === lines.length) return [];
  const part = wholePart(name, `${title}\n${lines.slice(first).join('\n')}`);
  return [first > 0 ? { ...part, truncated: true } : part];
};

const freshPart = (turns: readonly SpokenTurn[], room: number) => {
  const title = '## Since you last spoke';
  const space = room - estimateTokens(title) - 2;
  const kept = turns.slice(Math.max(0, turns.length - Math.floor(space / LEAST_TURN_TOKENS)));
  if (kept.length === 0) return { parts: [], kept };
  const texts = kept.map((turn) => `${heading(turn)}\n${quoted(turn.content)}`);
  const wishes = texts.map((text) => estimateTokens(text) + 1);
  const shares = fairShares(wishes, space);
  let truncated = kept.length < turns.length;
  const cut = texts.map((text, index) => {
    const result = cutToTokens(text, (shares[index] as number) - 1);
    truncated ||= result.truncated;
    return result.text;
  });
  const part = wholePart('since_you_spoke', `${title}\n${cut.join('\n\n')}`);
  return { parts: [truncated ? { ...part, truncated } : part], kept };
};

const forThis = (name: string) => (words: HeardInterjection) => !words.whisper || words.to === name;

const interjectionText = (words: HeardInterjection, name: string) => {
  const to = words.to === 'all' ? 'to all' : words.to === name ? 'to you' : `to ${words.to}`;
  return `${words.from}, round ${words.round}, ${to}${words.whisper ? ', in private' : ''}:\n${quoted(words.text)}`;
};

/** The part of the prompt that changes from turn to turn, inside `room` tokens. */
export const conversationParts = (brief: TurnBrief, room: number): Conversation => {
  const { own, fresh, earlier } = selectHeard(brief);
  let left = room;
  const take = (parts: readonly Part[]) => {
    for (const part of parts) left -= part.tokens;
    return parts;
  };
  const words = brief.interjections.filter(forThis(brief.agent.name)).slice(-MAX_INTERJECTIONS);
  const people = take(
    newestLines(
      'from_people',
      '## From people',
      words.map((one) => interjectionText(one, brief.agent.name)),
      Math.floor(left / 3),
    ),
  );
  const ownPart = own
    ? fittingPart(
        'own_last_turn',
        `## Your last turn (round ${own.round})`,
        quoted(own.content),
        Math.floor(left / 4),
      )
    : undefined;
  const ownParts = take(ownPart ? [ownPart] : []);
  const summaryLines = summarise(earlier).map((line) => `| ${line}`);
  const summaryTitle = '## Positions so far';
  const summaryReserve = Math.min(Math.floor(left / 4), summaryLines.length * 40);
  const latest = freshPart(fresh, left - summaryReserve);
  take(latest.parts);
  const summary = take(newestLines('summary', summaryTitle, summaryLines, left));
  return {
    parts: [...summary, ...ownParts, ...latest.parts, ...people],
    shortTerm: latest.kept.filter((turn) => turn.position !== '').map(positionLine),
  };
};
