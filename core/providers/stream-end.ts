import { cutAnswer, noStream } from './answer-errors.ts';
import type { StreamPart } from './chat-model.ts';
import type { Wire } from './http/index.ts';
import { requestId } from './request-id.ts';
import type { StreamReader } from './stream-reader.ts';

/** How the loop over the events of an SDK ended. */
export interface EventsEnd {
  readonly eventCount: number;
  /** What the loop threw; null where it ended by itself. */
  readonly thrown: { readonly error: unknown } | null;
}

/** The last parts of a stream, and what is to be thrown after them. */
export interface StreamEnd {
  readonly parts: readonly StreamPart[];
  readonly failure: { readonly error: unknown } | null;
}

/** What broke the stream; null for one that is whole, though its connection may have broken off since. */
const failureOf = <Event>(
  { eventCount, thrown }: EventsEnd,
  reader: StreamReader<Event>,
  wire: Wire,
): { readonly error: unknown } | null => {
  const broken = wire.failure();
  if (thrown) {
    const brokeOff = broken?.code === 'provider/cut' || broken?.code === 'provider/timeout';
    return reader.isComplete() && brokeOff ? null : thrown;
  }
  if (reader.isComplete()) return null;
  // An SDK ends its loop in silence when the call was aborted.
  if (broken) return { error: broken };
  // A loop that ended before the body did has seen the closing mark of the protocol.
  return wire.bodyEnded() ? { error: eventCount === 0 ? noStream(wire) : cutAnswer(wire) } : null;
};

/**
 * What follows the deltas: the tool calls, then the finish. A stream that ends early gives the tool calls
 * it has begun, marked as incomplete where they are, and then fails; one that breaks off after the API has
 * called it whole is whole.
 */
export const streamEnd = <Event>(end: EventsEnd, reader: StreamReader<Event>, wire: Wire): StreamEnd => {
  const failure = failureOf(end, reader, wire);
  if (failure) return { parts: reader.toolCalls('cut'), failure };
  return { parts: [...reader.toolCalls(), reader.finish(requestId(wire))], failure: null };
};
