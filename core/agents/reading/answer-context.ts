import type { TurnBrief } from '../turn-brief.ts';

/** What of a brief is needed to read an answer; a `TurnBrief` is one. */
export type AnswerContext = Pick<TurnBrief, 'participants' | 'options' | 'ranked' | 'candidates'>;
