import { matterOf } from './debater/matter.ts';
import { spoken } from './debater/speech.ts';
import { castVote } from './debater/vote.ts';
import type { StubPrompt } from './read-prompt.ts';

/** Answers every prompt with a ballot: among the options, or yes or no to the topic where there are none. */
export const writeVote = (prompt: StubPrompt, seed: number): string =>
  spoken(castVote(matterOf(prompt, seed)), prompt.wantsJson);
