import type { SpokenTurn } from '../turn-brief.ts';
import { type HeardText, heardText } from './heard-text.ts';

/**
 * An extractive summary: the turns whose position lines tell it, oldest first. A position that its speaker
 * only repeats is left out, so the lines are the points where somebody moved.
 */
export const summarise = (turns: readonly SpokenTurn[]): readonly HeardText[] => {
  const last = new Map<string, string>();
  const told: HeardText[] = [];
  for (const turn of turns) {
    if (turn.position === '' || last.get(turn.agent) === turn.position) continue;
    last.set(turn.agent, turn.position);
    told.push(heardText(turn));
  }
  return told;
};
