import { writeDebate } from './debater/write-debate.ts';
import { echoOf } from './echo.ts';
import { writePlan } from './planner.ts';
import type { StubPrompt } from './read-prompt.ts';
import { scriptedReply } from './scripted.ts';
import type { StubSettings } from './stub-settings.ts';
import { writeVote } from './voter.ts';

/** Writes the text of an answer; a pure function, so nothing but seed, prompt and settings can reach it. */
export type StubAuthor = (prompt: StubPrompt, seed: number, settings: StubSettings) => string;

const authors = {
  'stub/debater': (prompt, seed) =>
    prompt.task === 'plan' ? writePlan(prompt, seed) : writeDebate(prompt, seed),
  'stub/voter': (prompt, seed) => writeVote(prompt, seed),
  'stub/planner': (prompt, seed) =>
    prompt.planning || prompt.task === 'answer' ? writePlan(prompt, seed) : writeDebate(prompt, seed),
  'stub/echo': (prompt) => echoOf(prompt),
  'stub/scripted': (prompt, _seed, settings) => scriptedReply(settings.script, prompt),
} as const satisfies Readonly<Record<string, StubAuthor>>;

export type StubModelName = keyof typeof authors;

export const stubAuthors: Readonly<Record<StubModelName, StubAuthor>> = authors;

export const isStubModelName = (name: string): name is StubModelName => Object.hasOwn(stubAuthors, name);

export const stubModelNames = Object.keys(stubAuthors) as readonly StubModelName[];
