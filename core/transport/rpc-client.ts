import { type ClientLink, createORPCClient } from '@orpc/client';
import type { CallOptions, CoreApi } from '../contract/index.ts';
import { cancellable } from './cancellable.ts';
import { clientError } from './client-error.ts';
import { unpackAnswer } from './packed-answers.ts';
import { isStreamName, type StreamName } from './procedure-names.ts';
import { STREAM_END } from './stream-protocol.ts';

export type RpcCall = (input: unknown, options?: CallOptions) => Promise<unknown>;
export type StreamInput = Readonly<Record<string, unknown>>;

/** One stream as a carrier delivers it, message by message; throws when it is cut. */
export type OpenMessages = (
  name: StreamName,
  input: StreamInput,
  signal: AbortSignal,
) => AsyncIterator<unknown, unknown>;

export const rpcCalls = (link: ClientLink<Record<never, never>>): ((name: string) => RpcCall) => {
  const procedures = createORPCClient(link) as unknown as Readonly<Record<string, RpcCall>>;
  return (name) => procedures[name] as RpcCall;
};

export interface MessageHooks {
  /** The other side has answered; messages may follow. */
  readonly opened?: () => void;
  /** A batch was consumed to its last message. */
  readonly consumed?: () => void;
}

/** Single messages of one stream. Throws when it is cut. */
export async function* messagesOf(
  call: RpcCall,
  request: unknown,
  signal: AbortSignal,
  hooks: MessageHooks,
): AsyncGenerator<unknown, void, undefined> {
  const batches = (await call(request, { signal })) as AsyncIterator<readonly unknown[], unknown>;
  hooks.opened?.();
  try {
    for (;;) {
      const result = await batches.next();
      if (result.done) {
        if (result.value === STREAM_END) return;
        throw new Error('The stream was cut.');
      }
      yield* result.value;
      hooks.consumed?.();
    }
  } finally {
    await batches.return?.();
  }
}

/** A `CoreApi` over a carrier: calls go through `calls`, streams through `open`. */
export const rpcClient = (calls: (name: string) => RpcCall, open: OpenMessages): CoreApi => {
  const unary =
    (name: string): RpcCall =>
    async (input, options) => {
      options?.signal?.throwIfAborted();
      try {
        return unpackAnswer(name, await calls(name)(input, options));
      } catch (error) {
        options?.signal?.throwIfAborted();
        throw clientError(error);
      }
    };
  const made = new Map<string, unknown>();
  const callable = (name: string): unknown =>
    isStreamName(name)
      ? (input: StreamInput, options?: CallOptions) =>
          cancellable((signal) => open(name, input, signal), options?.signal)
      : unary(name);
  return new Proxy({} as CoreApi, {
    get: (_target, name) => {
      // A client that is awaited by accident is not a promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (!made.has(name)) made.set(name, callable(name));
      return made.get(name);
    },
  });
};
