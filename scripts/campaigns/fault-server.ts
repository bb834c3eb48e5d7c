import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, chance } from '../../core/effects/index.ts';
import type { ApiBodies } from './fault-bodies.ts';

/** What a server does with one request. */
export type Reply =
  | { readonly kind: 'answer' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly type: string;
      readonly message?: string;
      readonly retryAfter?: string;
    }
  /** Headers, so many tokens, and then what is named. `close` breaks the connection, `end` ends the body. */
  | {
      readonly kind: 'stream';
      readonly tokens: number;
      readonly then: 'close' | 'end' | 'hang' | 'error-event' | 'malformed' | 'refusal' | 'keep-alive';
    }
  /** Takes the request and says nothing. */
  | { readonly kind: 'silence' }
  /** Breaks the connection before the headers. */
  | { readonly kind: 'drop' };

export interface FaultServer {
  readonly address: string;
  /** Requests for an answer so far. */
  readonly asked: () => number;
  /** Grows with everything that happens on the wire. */
  readonly activity: () => number;
  readonly close: () => Promise<void>;
}

export const TOKENS = ['Stor', 'age ', 'wärms ', 'the grid'];
/** Pauses that keep-alives bridge: longer together than any silence that is allowed. */
const KEEP_ALIVES = 4;

interface Setting {
  readonly bodies: ApiBodies;
  /** The reply to each request in turn; the last one goes on. */
  readonly replies: readonly Reply[];
  readonly seed: number;
  readonly clock: Clock;
  /** Milliseconds between keep-alives. */
  readonly keepAliveMs: number;
}

/** A server on loopback that fails as it is told, in pieces that depend on the seed. */
export const startFaultServer = async (setting: Setting): Promise<FaultServer> => {
  const { bodies, replies } = setting;
  let asked = 0;
  let activity = 0;
  const server = createServer((request, response) => {
    activity += 1;
    response.on('error', () => {});
    request.on('error', () => {});
    request.on('data', () => {
      activity += 1;
    });
    request.on('end', () => {
      if (!bodies.asks.test(request.url ?? '')) {
        response.writeHead(404, { 'content-type': 'application/json' });
        response.end('{"error":"unknown"}');
        return;
      }
      const reply = replies[Math.min(asked, replies.length - 1)] as Reply;
      asked += 1;
      void answer(setting, reply, request, response, () => {
        activity += 1;
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    activity: () => activity,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const answer = async (
  { bodies, seed, clock, keepAliveMs }: Setting,
  reply: Reply,
  request: IncomingMessage,
  response: ServerResponse,
  act: () => void,
): Promise<void> => {
  const send = async (text: string) => {
    for (const piece of pieces(text, seed)) {
      if (response.destroyed) return;
      act();
      await new Promise<void>((resolve) => response.write(piece, () => resolve()));
    }
  };
  if (reply.kind === 'silence') return;
  if (reply.kind === 'drop') {
    request.socket.destroy();
    return;
  }
  if (reply.kind === 'status') {
    const { status, type, message = 'It will not.', retryAfter } = reply;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    });
    response.end(bodies.error(type, message));
    return;
  }
  response.writeHead(200, { 'content-type': bodies.contentType });
  response.flushHeaders();
  act();
  const whole = reply.kind === 'answer' || reply.then === 'keep-alive';
  if (reply.kind === 'stream' && reply.tokens === 0 && reply.then !== 'keep-alive') {
    if (reply.then === 'close') {
      // The headers go out first: without them it would be another fault.
      await new Promise((resolve) => setImmediate(resolve));
      response.destroy();
      return;
    }
    if (reply.then === 'hang') return;
    if (reply.then === 'end') {
      response.end();
      return;
    }
  }
  for (const text of bodies.opening) await send(text);
  if (reply.kind === 'stream' && reply.then === 'keep-alive') {
    for (let count = 0; count < KEEP_ALIVES; count += 1) {
      await clock.sleep(keepAliveMs);
      await send(bodies.keepAlive);
    }
  }
  const tokens = whole ? TOKENS : TOKENS.slice(0, (reply as { tokens: number }).tokens);
  for (const token of tokens) await send(bodies.token(token));
  if (whole) {
    for (const text of bodies.closing) await send(text);
    response.end();
    return;
  }
  switch ((reply as Extract<Reply, { kind: 'stream' }>).then) {
    case 'close':
      response.destroy();
      return;
    case 'end':
      response.end();
      return;
    case 'hang':
      return;
    case 'error-event':
      await send(bodies.errorEvent);
      response.end();
      return;
    case 'malformed':
      await send(bodies.malformed);
      response.end();
      return;
    case 'refusal':
      for (const text of bodies.refusal) await send(text);
      response.end();
      return;
    default:
      return;
  }
};

/** One to three pieces, cut anywhere, also inside a character. */
const pieces = (text: string, seed: number): readonly Buffer[] => {
  const bytes = Buffer.from(text);
  const cuts = [chance(seed, 'cut', text, 1), chance(seed, 'cut', text, 2)]
    .map((draw) => Math.floor(draw * bytes.length))
    .sort((a, b) => a - b);
  const [first = 0, second = 0] = cuts;
  return [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)].filter(
    (piece) => piece.length > 0,
  );
};
