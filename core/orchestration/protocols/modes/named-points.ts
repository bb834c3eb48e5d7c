import type { Turn } from '../../../contract/index.ts';

/** What a turn names point by point, without Markdown emphasis: ideas, or the groups they were sorted into. */
export const namedPoints = (turn: Turn): readonly string[] =>
  turn.reasoning.claims.map((claim) => claim.text.replaceAll('**', '').trim()).filter((text) => text !== '');
