import type { Lens, Slots } from './lens.ts';
import { lenses } from './lenses.ts';
import { readTask } from './read-task.ts';
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

/** Reads a topic, or the prompt of a task, once and not at every turn; the result depends on nothing but its text. */
export const knownTopic = (text: string, kind: 'topic' | 'task' = 'topic'): KnownTopic => {
  const key = `${kind} ${text}`;
  const before = kept.get(key);
  if (before) return before;
  const topic = kind === 'task' ? readTask(text) : readTopic(text);
  const slots = { ...topic.domain, term: topic.term };
  const known: KnownTopic = {
    topic,
    slots,
    clauses: new Map(lenses.map((lens) => [lens, lens.clause(slots)])),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, known);
  return known;
};
