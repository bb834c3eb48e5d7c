import { estimateTokens } from '../../contract/index.ts';
import type { SpokenTurn } from '../turn-brief.ts';
import { onOneLine, quoted } from './quoted.ts';

/** Longest position in a summary line, in UTF-16 units. */
const MAX_POSITION = 300;

/** A turn as prompts show it, with its tokens. */
export interface HeardText {
  /** Heading and quoted content. */
  readonly block: string;
  readonly blockTokens: number;
  /** The quoted content alone, and its tokens. */
  readonly words: string;
  readonly wordTokens: number;
  /** `Athena, round 1, confidence 0.81: position`; empty when it took no position. */
  readonly line: string;
  readonly lineTokens: number;
}

/** Finished turns never change, and several speakers hear each: their texts are made once. */
const known = new WeakMap<SpokenTurn, HeardText>();

const confidenceText = (confidence: number | null): string =>
  confidence === null ? 'no confidence given' : `confidence ${confidence.toFixed(2)}`;

/** A ballot names its option by letter, and letters mean nothing without the list: the option is said as well. */
const told = ({ kind, position, content }: SpokenTurn): string =>
  (kind === 'vote' || kind === 'selection') && position !== ''
    ? `Chose: ${onOneLine(position, MAX_POSITION)}\n${content}`
    : content;

export const heardText = (turn: SpokenTurn): HeardText => {
  const before = known.get(turn);
  if (before) return before;
  const sure = confidenceText(turn.confidence);
  const words = quoted(told(turn));
  const heading = `${turn.agent}, round ${turn.round}, ${turn.kind}, ${sure}:\n`;
  const wordTokens = estimateTokens(words);
  const line =
    turn.position === ''
      ? ''
      : `${turn.agent}, round ${turn.round}, ${sure}: ${onOneLine(turn.position, MAX_POSITION)}`;
  const text: HeardText = {
    block: heading + words,
    blockTokens: estimateTokens(heading) + wordTokens,
    words,
    wordTokens,
    line,
    lineTokens: estimateTokens(line),
  };
  known.set(turn, text);
  return text;
};
