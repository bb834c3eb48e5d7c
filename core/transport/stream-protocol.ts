/** What a client of our own sends to open a stream; `stream` names it for `MORE`, on carriers with credits. */
export interface StreamRequest {
  readonly input: unknown;
  readonly stream?: string;
}

/** The procedure with which a client gives credit for a batch it has consumed. */
export const MORE = 'stream.more';
export interface MoreRequest {
  readonly stream: string;
}

/**
 * The last word of a stream that ended by itself. Without it, a stream that stops was cut: the core went away.
 */
export const STREAM_END = 'end';
