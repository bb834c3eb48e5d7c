import { hash } from 'node:crypto';

/** What `prev` of the first event of a stream is: the SHA-256 of the stream's id, in hex. */
export const genesisHash = (stream: string): string => hash('sha256', stream);

/**
 * Hash of an event: SHA-256, in hex, over the UTF-8 text of `prev`, type, version, time and data, written one
 * after the other with nothing between them; numbers in decimal, data in canonical JSON as it is stored.
 */
export const eventHash = (prev: string, type: string, version: number, at: number, data: string): string =>
  hash('sha256', prev + type + version + at + data);
