import { type AnyProcedure, os } from '@orpc/server';
import { apiCatalog, type CallOptions, type CoreApi, type ProcedureName } from '../contract/index.ts';
import { openStream } from './open-stream.ts';
import { packAnswer } from './packed-answers.ts';
import { parseInput } from './parse-input.ts';
import { isStreamName, type StreamName } from './procedure-names.ts';
import { toRpcError } from './rpc-error.ts';
import type { StreamCredits } from './stream-credits.ts';
import { MORE, type MoreRequest, STREAM_END, type StreamRequest } from './stream-protocol.ts';

/** What a carrier lends to the calls that come over it. */
export interface RpcContext {
  /** Present where the carrier cannot hold a fast sender back by itself. */
  readonly credits?: StreamCredits;
  /** Aborted when the carrier stops serving. */
  readonly stopped?: AbortSignal;
}

type RpcRouter = Record<string, AnyProcedure>;
type UnaryName = Exclude<ProcedureName, StreamName>;
type UnaryCall = (input: Record<string, unknown>, options: CallOptions) => Promise<unknown>;

export const procedureNames = Object.keys(apiCatalog) as readonly ProcedureName[];
const isUnaryName = (name: ProcedureName): name is UnaryName => !isStreamName(name);

// The library's own checks are off: inputs are parsed by `parseInput` for all carriers alike, and what the core
// answers is trusted.
const base = os
  .$context<RpcContext>()
  .$config({ initialInputValidationIndex: Number.NaN, initialOutputValidationIndex: Number.NaN });

/** Calls a unary procedure with an input from outside. Throws what the core throws, in the library's form. */
const callUnary = async (api: CoreApi, name: UnaryName, input: unknown, signal?: AbortSignal) => {
  try {
    return await (api[name] as unknown as UnaryCall)(parseInput(name, input), signal ? { signal } : {});
  } catch (error) {
    throw toRpcError(error);
  }
};

/**
 * The whole catalog for our own carriers, under its own names. Streams yield batches: one frame of the wire for
 * all that happened since the last one.
 */
export const rpcRouter = (api: CoreApi): RpcRouter => {
  const router: RpcRouter = {
    [MORE]: base.handler(({ input, context }) => {
      context.credits?.give((input as MoreRequest).stream);
    }),
  };
  for (const name of procedureNames) {
    router[name] = isUnaryName(name)
      ? base.handler(async ({ input, signal }) => packAnswer(name, await callUnary(api, name, input, signal)))
      : base.handler(({ input, signal, context }) =>
          streamBatches(api, name, input as StreamRequest, { ...context, ...(signal && { signal }) }),
        );
  }
  return router;
};

/** The unary procedures at their REST paths. */
export const restRouter = (api: CoreApi): RpcRouter =>
  Object.fromEntries(
    procedureNames.filter(isUnaryName).map((name) => {
      const { method, path } = apiCatalog[name];
      return [
        name,
        base
          .route({ method, path: path as `/${string}` })
          .handler(({ input, signal }) => callUnary(api, name, input, signal)),
      ];
    }),
  );

const streamBatches = (
  api: CoreApi,
  name: StreamName,
  request: StreamRequest,
  context: RpcContext & { readonly signal?: AbortSignal },
) => {
  const signals = [context.signal, context.stopped].filter((signal) => signal !== undefined);
  const signal = AbortSignal.any(signals);
  try {
    const batches = openStream(api, name, request?.input, signal);
    const paced =
      context.credits && request.stream !== undefined
        ? context.credits.paced(request.stream, batches, signal)
        : batches;
    return {
      async next() {
        try {
          const result = await paced.next();
          return result.done && !signal.aborted ? { value: STREAM_END, done: true } : result;
        } catch (error) {
          throw toRpcError(error);
        }
      },
      return: () => paced.return(),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  } catch (error) {
    throw toRpcError(error);
  }
};
