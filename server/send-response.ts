import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers.ts';

/** How long, in milliseconds, and how many bytes of an unwanted body are still taken after the answer. */
const LINGER_MS = 500;
const LINGER_BYTES = 4 * 1024 * 1024;

/**
 * Writes a fetch response, at the pace of the client. When the request's body was refused, the connection closes
 * after the answer, and not before the client had a moment to read why.
 */
export const sendResponse = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> => {
  for (const [name, value] of Object.entries(securityHeaders)) outgoing.setHeader(name, value);
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  if (!incoming.complete && hasBody(incoming)) {
    await sendRefusal(incoming, outgoing, response);
  } else {
    outgoing.writeHead(response.status);
    if (response.body && incoming.method !== 'HEAD') await writeBody(outgoing, response.body);
  }
  outgoing.end();
};

/** Whole, with its length, so that it is complete for the client while the rest of its body is thrown away. */
const sendRefusal = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> => {
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.setHeader('connection', 'close');
  outgoing.setHeader('content-length', body.byteLength);
  outgoing.writeHead(response.status);
  outgoing.write(body);
  await linger(incoming);
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

/** Takes what still comes, until the client is through or has had its moment. */
const linger = (incoming: IncomingMessage): Promise<void> =>
  new Promise((resolve) => {
    let taken = 0;
    const timer = setTimeout(resolve, LINGER_MS);
    const leave = () => {
      clearTimeout(timer);
      resolve();
    };
    incoming.on('data', (chunk: Uint8Array) => {
      taken += chunk.byteLength;
      if (taken > LINGER_BYTES) leave();
    });
    for (const event of ['end', 'close', 'error'] as const) incoming.once(event, leave);
    incoming.resume();
  });
