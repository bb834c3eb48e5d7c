import { eventSplitter, type SentEvent } from './event-splitter.ts';

/** How an API writes its answers into server-sent events. */
export interface EventLanguage {
  /** The event's value; undefined for one that says nothing. Throws what the server reports, and SyntaxError. */
  readonly read: (event: SentEvent) => unknown;
  /** True for the event that closes the stream, whatever comes after it. */
  readonly isEnd: (event: SentEvent) => boolean;
}

type Ending = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly error: unknown };

const readEvents = (events: readonly SentEvent[], { read, isEnd }: EventLanguage) => {
  const values: unknown[] = [];
  let ending: Ending | null = null;
  try {
    for (const event of events) {
      if (isEnd(event)) {
        ending = { kind: 'closed' };
        break;
      }
      const value = read(event);
      if (value !== undefined) values.push(value);
    }
  } catch (error) {
    ending = { kind: 'failed', error };
  }
  return { values, ending };
};

/**
 * The events of an answer, all that have come together in one list. The SDKs' own readers hand every event
 * through three asynchronous generators, which costs more than all else that is done with it. What cannot be
 * read is thrown after all that stands before it.
 */
export async function* eventRecords(
  { body }: Response,
  language: EventLanguage,
): AsyncGenerator<readonly unknown[]> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const splitter = eventSplitter();
  try {
    for (;;) {
      const piece = await reader.read();
      if (piece.done) return;
      const events = splitter.add(decoder.decode(piece.value, { stream: true }));
      const { values, ending } = readEvents(events, language);
      if (values.length > 0) yield values;
      if (ending?.kind === 'failed') throw ending.error;
      if (ending) return;
    }
  } finally {
    // A body that broke off rejects once more.
    await reader.cancel().catch(() => undefined);
  }
}
