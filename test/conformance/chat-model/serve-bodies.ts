import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly pieces: readonly Buffer[];
  /** `closed`: the connection ends without the end of the body; `open`: neither comes. */
  readonly end: 'orderly' | 'closed' | 'open';
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  /** The client's port: the same for calls over the same connection. */
  readonly connection: number | undefined;
}

export interface Offer {
  readonly address: string;
  /** The request that took the offer, if one did. */
  readonly received: () => Received | null;
  /** Resolves when the request has come. */
  readonly asked: () => Promise<void>;
  /** Resolves when the answer is over: sent to its end, or given up by the client. */
  readonly closed: () => Promise<void>;
}

export interface BodyServer {
  /** Has a reply ready under an address of its own. */
  readonly offer: (reply: Reply | null) => Offer;
  /** How many requests an address has had. */
  readonly askedFor: (address: string) => number;
  readonly close: () => Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? null : JSON.parse(text);
};

/** More pieces than this travel in groups of two, four, ...: a body cut byte by byte would take minutes. */
const MOST_TURNS = 1_500;

/**
 * Each piece is a chunk of its own and is sent when the event loop comes round again, so that the client
 * has mostly read the one before it: what waits together is read together.
 */
const send = async (response: ServerResponse, { status, headers, pieces, end }: Reply) => {
  response.writeHead(status, headers);
  response.flushHeaders();
  const together = Math.ceil(pieces.length / MOST_TURNS);
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && index % together === 0) await new Promise((resolve) => setImmediate(resolve));
    if (response.destroyed) return;
    response.write(piece);
  }
  if (end === 'orderly') response.end();
  if (end === 'closed') response.write('', () => response.socket?.end());
};

interface Waiting {
  readonly asked: PromiseWithResolvers<void>;
  readonly closed: PromiseWithResolvers<void>;
  readonly reply: Reply | null;
  received: Received | null;
  requests: number;
}

/** A server on loopback; a reply of null never answers. */
export const serveBodies = async (): Promise<BodyServer> => {
  const offers = new Map<string, Waiting>();
  const server = createServer(async (request, response) => {
    const [, id = '', ...rest] = (request.url ?? '').split('/');
    const waiting = offers.get(id);
    if (!waiting) {
      response.writeHead(410).end();
      return;
    }
    waiting.requests += 1;
    response.once('close', waiting.closed.resolve);
    waiting.received = {
      path: `/${rest.join('/')}`,
      headers: request.headers,
      body: await bodyOf(request),
      connection: request.socket.remotePort,
    };
    waiting.asked.resolve();
    if (waiting.reply !== null) await send(response, waiting.reply);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const idOf = (address: string) => new URL(address).pathname.split('/')[1] ?? '';
  return {
    offer: (reply) => {
      const id = `r${offers.size + 1}`;
      const waiting: Waiting = {
        asked: Promise.withResolvers<void>(),
        closed: Promise.withResolvers<void>(),
        reply,
        received: null,
        requests: 0,
      };
      offers.set(id, waiting);
      return {
        address: `http://127.0.0.1:${port}/${id}`,
        received: () => waiting.received,
        asked: () => waiting.asked.promise,
        closed: () => waiting.closed.promise,
      };
    },
    askedFor: (address) => offers.get(idOf(address))?.requests ?? 0,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
};
