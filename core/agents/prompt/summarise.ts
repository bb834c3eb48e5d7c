import type { SpokenTurn } from '../turn-brief.ts';
import { onOneLine } from './quoted.ts';

/** Longest position in a summary line, in UTF-16 units. */
const MAX_POSITION = 300;

export const confidenceText = (confidence: number | null): string =>
  confidence === null ? 'no confidence given' : `confidence ${confidence.toFixed(2)}`;

/** One line for a turn: `Athena, round 1, confidence 0.81: position`. */
export const positionLine = (turn: SpokenTurn): string =>
  `${turn.agent}, round ${turn.round}, ${confidenceText(turn.confidence)}: ${onOneLine(turn.position, MAX_POSITION)}`;

/**
 * An extractive summary: the position of each turn with its confidence, oldest first. A position that its
 * speaker only repeats is left out, so the lines are the points where somebody moved.
 */
export const summarise = (turns: readonly SpokenTurn[]): readonly string[] => {
  const last = new Map<string, string>();
  const lines: string[] = [];
  for (const turn of turns) {
    if (turn.position === '' || last.get(turn.agent) === turn.position) continue;
    last.set(turn.agent, turn.position);
    lines.push(positionLine(turn));
  }
  return lines;
};
