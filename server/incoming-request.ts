import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A Node request as a fetch request. Its signal fires when the client goes away before the answer is complete.
 * Its body may be left unread: cancelling it stops the reading but leaves the connection for the answer.
 */
export const incomingRequest = (incoming: IncomingMessage, response: ServerResponse, url: URL): Request => {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('The client went away.'));
  });
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, {
    method,
    headers: headersOf(incoming),
    signal: gone.signal,
    ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }),
  } as RequestInit);
};

const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
};

const bodyOf = (incoming: IncomingMessage): ReadableStream<Uint8Array> => {
  const forget = () => {
    incoming.pause();
    incoming.removeAllListeners('data').removeAllListeners('end').removeAllListeners('error');
    // A connection that breaks after nobody listens any more must not end the process.
    incoming.on('error', () => undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        incoming.on('data', (chunk: Uint8Array) => {
          controller.enqueue(chunk);
          incoming.pause();
        });
        incoming.once('end', () => controller.close());
        incoming.once('error', (error) => controller.error(error));
        incoming.pause();
      },
      pull: () => void incoming.resume(),
      cancel: forget,
    },
    { highWaterMark: 0 },
  );
};
