import { hash } from 'node:crypto';

/** What `prev` of the first event of a stream is: the SHA-256 of the stream's id, in hex. */
export const genesisHash = (stream: string): string => hash('sha256', stream);

/** A UTF-16 unit takes at most so many bytes in UTF-8. */
const WIDEST = 3;
/** Where texts are put one after the other to be hashed; nothing outlives a call, so one buffer serves all. */
const bytes = Buffer.allocUnsafeSlow(96 * 1024);

/**
 * Hash of an event: SHA-256, in hex, over the UTF-8 text of `prev`, type, version, time and data, written one
 * after the other with nothing between them; numbers in decimal, data in canonical JSON as it is stored.
 */
export const eventHash = (prev: string, type: string, version: number, at: number, data: string): string => {
  const head = prev + type + version + at;
  // A text of their own for both, of the length of the data, would be made for every event only to be hashed.
  if ((head.length + data.length) * WIDEST > bytes.length) return hash('sha256', head + data);
  const headEnd = bytes.write(head, 0);
  return hash('sha256', bytes.subarray(0, headEnd + bytes.write(data, headEnd)));
};
