import type { CallOptions, CoreApi } from '../contract/index.ts';
import { batched, type ClosableIterator } from './batched.ts';
import { parseInput } from './parse-input.ts';
import type { StreamName } from './procedure-names.ts';

/** Most messages the serving side holds for one slow reader; the core waits beyond that. */
const READ_AHEAD = 128;

type OpenCall = (input: Record<string, unknown>, options: CallOptions) => AsyncIterable<unknown>;

/**
 * Opens a stream of the core for a reader on the other side of a wire. Whatever ends it first (the core, the
 * reader's `return`, the signal), the core's side is aborted and the others are told; being given up is an end,
 * not an error. Throws `input/invalid`.
 */
export const openStream = (
  api: CoreApi,
  name: StreamName,
  input: unknown,
  signal?: AbortSignal,
): ClosableIterator<readonly unknown[]> => {
  const parsed = parseInput(name, input);
  const abort = new AbortController();
  const batches = batched((api[name] as unknown as OpenCall)(parsed, { signal: abort.signal }), READ_AHEAD);
  const close = () => {
    signal?.removeEventListener('abort', close);
    abort.abort();
    return batches.return();
  };
  if (signal?.aborted) void close();
  else signal?.addEventListener('abort', close, { once: true });
  return {
    async next() {
      try {
        const result = await batches.next();
        if (result.done) await close();
        return result;
      } catch (error) {
        const givenUp = abort.signal.aborted;
        await close();
        if (givenUp) return { value: undefined, done: true };
        throw error;
      }
    },
    return: close,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
