import type { StreamPart } from './chat-model.ts';

/** Reads the events of one streamed answer; a fold with its own state, one for each call. */
export interface StreamReader<Event> {
  /** The parts that this event brings, often one or none. Throws `provider/malformed` and the API's own errors. */
  readonly read: (event: Event) => readonly StreamPart[];
  /** True once the API has said that the answer is whole. */
  readonly isComplete: () => boolean;
  /** The tool calls so far, as parts. `cut`: the stream broke off. */
  readonly toolCalls: (cut?: 'cut') => readonly StreamPart[];
  /** The last part. */
  readonly finish: (requestId: string | null) => StreamPart;
}
