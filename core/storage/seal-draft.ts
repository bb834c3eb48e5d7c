import { canonicalJson, type EventDraft, eventCatalog, type RunEvent } from '../contract/index.ts';
import { eventHash } from './event-chain.ts';

/** An event's data and its canonical text. */
export interface CanonicalData {
  readonly data: unknown;
  readonly text: string;
}

/**
 * The text that is hashed and stored. A text that holds half of a surrogate pair (a model's answer cut in the
 * middle of a character) has no canonical form: the half is replaced by U+FFFD, in the event as in the row.
 *
 * Throws `internal` for data that JSON has no form for.
 */
export const canonicalData = (data: unknown): CanonicalData => {
  try {
    return { data, text: canonicalJson(data) };
  } catch (error) {
    const mended = wellFormed(data);
    if (mended === data) throw error;
    return { data: mended, text: canonicalJson(mended) };
  }
};

/** A sealed event and the text of its data as it was hashed. */
export interface SealedEvent {
  readonly event: RunEvent;
  readonly text: string;
}

/** Gives a draft its place in the chain. Throws as `canonicalData` does. */
export const sealDraft = (
  draft: EventDraft,
  sessionId: string,
  seq: number,
  at: number,
  prev: string,
): SealedEvent => {
  const { version } = eventCatalog[draft.type];
  const { data, text } = canonicalData(draft.data);
  const hash = eventHash(prev, draft.type, version, at, text);
  const event = { seq, session_id: sessionId, type: draft.type, version, at, data, prev, hash } as RunEvent;
  return { event, text };
};

/** The value with every text well-formed; the same value when nothing had to be mended. */
export const wellFormed = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) {
    const mended = value.map((item) => wellFormed(item, depth + 1));
    return mended.some((item, index) => !Object.is(item, value[index])) ? mended : value;
  }
  const members = Object.entries(value);
  const mended = members.map(
    ([name, member]) => [name.toWellFormed(), wellFormed(member, depth + 1)] as const,
  );
  const changed = mended.some(
    ([name, member], index) => name !== members[index]?.[0] || !Object.is(member, members[index]?.[1]),
  );
  return changed ? Object.fromEntries(mended) : value;
};

/** A value nested deeper has no canonical form either. */
const DEEPEST = 512;
