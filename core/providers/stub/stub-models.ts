import { writeDebate } from './debater/write-debate.ts';
import type { StubPrompt } from './read-prompt.ts';
import type { StubSettings } from './stub-settings.ts';

/** Writes the text of an answer; a pure function, so nothing but seed and prompt can reach it. */
export type StubAuthor = (prompt: StubPrompt, seed: number, settings: StubSettings) => string;

export const stubAuthors = {
  'stub/debater': (prompt, seed) => writeDebate(prompt, seed),
  'stub/echo': (prompt) => prompt.lastUserMessage,
} as const satisfies Readonly<Record<string, StubAuthor>>;

export type StubModelName = keyof typeof stubAuthors;

export const isStubModelName = (name: string): name is StubModelName => Object.hasOwn(stubAuthors, name);

export const stubModelNames = Object.keys(stubAuthors) as readonly StubModelName[];
