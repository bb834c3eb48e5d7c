import { buildPrompt, type TurnBrief } from '../../../../../core/agents/index.ts';
import type { ChatMessage } from '../../../../../core/contract/index.ts';
import { readPrompt, type StubPrompt } from '../../../../../core/providers/stub/read-prompt.ts';
import { sampleBrief } from '../../agents/sample-brief.ts';

/** The messages that a session would send for a brief. */
export const messagesFor = (changes: Partial<TurnBrief> = {}): readonly ChatMessage[] =>
  buildPrompt(sampleBrief(changes)).messages;

/** What a stub sees of a brief. */
export const stubPrompt = (changes: Partial<TurnBrief> = {}): StubPrompt => readPrompt(messagesFor(changes));
