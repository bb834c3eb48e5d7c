import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers.ts';

/** How long, in milliseconds, and how many bytes of an unwanted body are still taken after the answer. */
const LINGER_MS = 500;
const LINGER_BYTES = 4 * 1024 * 1024;

/**
 * Writes a fetch response, at the pace of the client. When the request's body was refused, the connection closes
 * after the answer: the rest is thrown away for a moment, so that the client gets to read why, and then cut.
 */
export const sendResponse = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> => {
  const refused = !incoming.complete && hasBody(incoming);
  for (const [name, value] of Object.entries(securityHeaders)) outgoing.setHeader(name, value);
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  if (refused) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(response.status);
  if (refused) linger(incoming, outgoing);
  if (response.body && incoming.method !== 'HEAD') await writeBody(outgoing, response.body);
  outgoing.end();
};

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const writeBody = async (outgoing: ServerResponse, body: ReadableStream<Uint8Array>): Promise<void> => {
  outgoing.flushHeaders();
  const reader = body.getReader();
  const gone = new AbortController();
  const leave = () => {
    gone.abort();
    reader.cancel().catch(() => undefined);
  };
  if (outgoing.destroyed) leave();
  outgoing.once('close', leave);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || gone.signal.aborted) return;
      if (!outgoing.write(value)) await once(outgoing, 'drain', { signal: gone.signal });
    }
  } catch (error) {
    // The status is out already: a cut connection is the only way left to say that something is missing.
    if (!gone.signal.aborted) outgoing.destroy(error instanceof Error ? error : undefined);
  } finally {
    outgoing.off('close', leave);
  }
};

const linger = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
  const { socket } = incoming;
  let taken = 0;
  const cut = () => socket.destroy();
  incoming.on('data', (chunk: Uint8Array) => {
    taken += chunk.byteLength;
    if (taken > LINGER_BYTES) cut();
  });
  incoming.on('error', () => undefined);
  outgoing.once('finish', () => {
    const timer = setTimeout(cut, LINGER_MS);
    socket.once('close', () => clearTimeout(timer));
    incoming.resume();
  });
};
