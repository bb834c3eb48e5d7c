import type { Lens, Slots } from './lens.ts';
import { lenses } from './lenses.ts';
import { type ReadTopic, readTopic } from './read-topic.ts';

/** A topic with the words of its field put into the lenses. */
export interface KnownTopic {
  readonly topic: ReadTopic;
  readonly slots: Slots;
  /** What each lens asks for on this topic. */
  readonly clauses: ReadonlyMap<Lens, string>;
}

/** Topics that are kept; a session has one, and a machine runs some hundreds at once. */
const MOST_KEPT = 256;
const kept = new Map<string, KnownTopic>();

/** Reads a topic once and not at every turn; the result depends on nothing but its text. */
export const knownTopic = (text: string): KnownTopic => {
  const before = kept.get(text);
  if (before) return before;
  const topic = readTopic(text);
  const slots = { ...topic.domain, term: topic.term };
  const known: KnownTopic = {
    topic,
    slots,
    clauses: new Map(lenses.map((lens) => [lens, lens.clause(slots)])),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, known);
  return known;
};
