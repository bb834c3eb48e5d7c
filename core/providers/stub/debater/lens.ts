import type { Domain } from './domains.ts';

/** The words of a topic's field, and the topic's own term. */
export interface Slots extends Domain {
  readonly term: string;
}

export interface Point {
  readonly claim: string;
  readonly support: string;
}

export interface Idea {
  readonly title: string;
  readonly text: string;
}

/** A way to look at any topic. Each sentence is made of the field's words, so one lens suits all fields. */
export interface Lens {
  /** Styles of the instructions that call for it. */
  readonly styles: readonly string[];
  /** What it asks for: an imperative clause, short enough to be joined with others; no negation in it. */
  readonly clause: (slots: Slots) => string;
  readonly points: readonly ((slots: Slots) => Point)[];
  /** Answers to a quoted sentence whose main word is `word`. */
  readonly replies: readonly ((slots: Slots, word: string) => string)[];
  /** Why an option deserves a vote. */
  readonly merit: (slots: Slots) => string;
  readonly ideas: readonly ((slots: Slots) => Idea)[];
  /** Group that its ideas belong to. */
  readonly theme: string;
  /** A next step for a synthesis. */
  readonly nextStep: (slots: Slots) => string;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
