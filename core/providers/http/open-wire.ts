import { AgentNetError } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import { withDeadline } from '../../resilience/index.ts';
import { connectionPool } from './connection-pool.ts';
import { networkFailure } from './network-failure.ts';
import { type PeekedBody, peekBody } from './peek-body.ts';
import { redactKeys } from './redact-key.ts';
import { type AnswerRedaction, answerRedaction } from './redact-stream.ts';
import { type Exchange, startExchange } from './start-exchange.ts';

export interface WireOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Full name of the model, for messages. */
  readonly model: string;
  readonly baseUrl: string;
  /** Headers with the key; only the wire knows them, the SDK and its errors never see a key. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Longest wait for the first byte of the answer, in milliseconds. */
  readonly headersMs: number;
  /** Longest wait for the first byte of the body after that, in milliseconds. */
  readonly firstByteMs: number;
  /** Longest silence inside the body, in milliseconds. */
  readonly idleMs: number;
}

/** One request and its answer, watched: the SDK speaks through `fetch`, the adapter asks what happened. */
export interface Wire {
  readonly model: string;
  /** Host and port, without the user name and password an address may hold. */
  readonly host: string;
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What broke the transfer; the SDK may have wrapped or swallowed it. */
  readonly failure: () => AgentNetError | null;
  /** Headers of the answer; null before they came. */
  readonly headers: () => Headers | null;
  /** The answer as text where it is a JSON object and not a stream of events; null where it is one. */
  readonly wholeText: () => Promise<string> | null;
  /** True once the end of the body has been read: what is missing then never comes. */
  readonly bodyEnded: () => boolean;
  /** The answer is whole: what is left of the body is read away, so that the connection can be used again. */
  readonly expectEnd: () => void;
  /** Takes the key out of a text of the server. */
  readonly redact: (text: string) => string;
  /** How keys are taken out of an answer; null where there is none to take out. */
  readonly answerRedaction: AnswerRedaction | null;
  /** Ends the transfer, whatever its state. */
  readonly close: () => void;
}

/** The rest of a body that is whole comes at once or not at all. */
const DRAIN_MS = 1_000;

/** Of an SDK's own headers only these leave the machine: none that describes it, none from its variables. */
const passedOn = ['accept', 'content-type', 'user-agent', 'anthropic-version'] as const;

const headersOf = (init: RequestInit | undefined, credentials: WireOptions['credentials']) => {
  const given = new Headers(init?.headers);
  const chosen: Record<string, string> = { ...credentials, 'accept-encoding': 'identity' };
  for (const name of passedOn) {
    const value = given.get(name);
    if (value !== null) chosen[name] = value;
  }
  return chosen;
};

/** What every JSON object begins with, and no event of a stream. */
const OPENING_BRACE = 0x7b;

/** Statuses whose answers have no body at all. */
const withoutBody = new Set([204, 205, 304]);

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;

export const openWire = (options: WireOptions): Wire => {
  const { signal, clock, model, credentials, headersMs, firstByteMs, idleMs } = options;
  const host = new URL(options.baseUrl).host;
  const deadline = withDeadline(signal, headersMs, clock);
  let failure: AgentNetError | null = null;
  let headers: Headers | null = null;
  let exchange: Exchange | null = null;
  let ended = false;
  let endExpected = false;
  let wholeAnswer: Response | null = null;
  /** The limit that counts now. */
  let limitMs = headersMs;

  const fail = (thrown: unknown): AgentNetError => {
    failure ??= classify(thrown);
    deadline.release();
    return failure;
  };
  const classify = (thrown: unknown): AgentNetError => {
    if (deadline.isOver()) {
      const waited = `${headers ? 'was silent for' : 'did not answer within'} ${seconds(limitMs)}`;
      return new AgentNetError('provider/timeout', `${model} at ${host} ${waited}.`, {
        remedy: 'Try again, or put another model behind it in the model chain.',
        data: { host, waited_ms: limitMs },
      });
    }
    if (signal.aborted) return new AgentNetError('provider/aborted', `The call to ${model} was aborted.`);
    if (!headers) return networkFailure(thrown, model, host);
    return new AgentNetError('provider/cut', `The connection to ${model} at ${host} broke off.`, {
      remedy: 'Try again.',
      data: { host },
      cause: thrown,
    });
  };
  const stopReading = () => {
    const open = exchange;
    exchange = null;
    if (!open || ended) return;
    if (!endExpected || deadline.signal.aborted) {
      open.stop();
      return;
    }
    const giveUp = clock.schedule(DRAIN_MS, open.stop);
    const drain = async () => {
      while ((await open.read()) !== null);
    };
    drain().then(giveUp, giveUp);
  };
  const readFrom = async (source: Exchange): Promise<Uint8Array | null> => {
    deadline.restart(limitMs);
    const piece = await source.read();
    deadline.pause();
    limitMs = idleMs;
    return piece;
  };
  /** Hands on one piece a read and holds none: pull is called only when somebody waits. */
  const guard = (read: PeekedBody['read']) =>
    new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          try {
            const piece = await read();
            if (piece) {
              controller.enqueue(piece);
            } else {
              ended = true;
              deadline.release();
              controller.close();
            }
          } catch (thrown) {
            throw fail(thrown);
          }
        },
        cancel: stopReading,
      },
      { highWaterMark: 0 },
    );

  const send: Wire['fetch'] = async (input, init) => {
    try {
      const outgoing = {
        url: new URL(input instanceof Request ? input.url : input),
        method: init?.method?.toUpperCase() ?? 'GET',
        headers: headersOf(init, credentials),
        body: typeof init?.body === 'string' ? init.body : null,
      };
      const source = await startExchange(await connectionPool(), outgoing, deadline.signal);
      deadline.pause();
      exchange = source;
      headers = source.headers;
      limitMs = firstByteMs;
      const { status } = source;
      ended = withoutBody.has(status);
      if (ended) return new Response(null, { status, headers });
      const body = await peekBody(() => readFrom(source));
      const response = new Response(guard(body.read), { status, headers });
      if (body.begins === OPENING_BRACE) wholeAnswer = response;
      return response;
    } catch (thrown) {
      throw fail(thrown);
    }
  };

  const secrets = Object.values(credentials).map((value) => value.replace(/^Bearer /, ''));
  return {
    model,
    host,
    fetch: send,
    failure: () => failure,
    headers: () => headers,
    wholeText: () => wholeAnswer?.text() ?? null,
    bodyEnded: () => ended,
    expectEnd: () => {
      endExpected = true;
    },
    redact: redactKeys(secrets),
    answerRedaction: answerRedaction(secrets),
    close: () => {
      stopReading();
      deadline.release();
    },
  };
};
