import type { TurnBrief, Work } from '../turn-brief.ts';

/** What of a brief is needed to read an answer; a `TurnBrief` is one. */
export interface AnswerContext extends Pick<TurnBrief, 'participants' | 'options' | 'ranked' | 'candidates'> {
  /** Of a task: anything but text is kept as it was written. */
  readonly expects?: Work['expects'] | undefined;
}
