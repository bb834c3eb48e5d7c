import { clientError } from './client-error.ts';

/**
 * The stream a caller iterates. Each iteration starts anew, with its first `next`. It ends at once and without an
 * error when the caller leaves the loop or aborts the signal, also while it waits for a message.
 */
export const cancellable = <T>(
  start: (signal: AbortSignal) => AsyncIterator<T, unknown>,
  outer?: AbortSignal,
): AsyncIterable<T> => ({
  [Symbol.asyncIterator]() {
    const abort = new AbortController();
    const iterator = start(abort.signal);
    const close = () => {
      outer?.removeEventListener('abort', close);
      abort.abort();
    };
    if (outer?.aborted) close();
    else outer?.addEventListener('abort', close, { once: true });
    return {
      async next() {
        if (abort.signal.aborted) return { value: undefined, done: true };
        try {
          const result = await iterator.next();
          if (!result.done && !abort.signal.aborted) return result;
        } catch (error) {
          if (!abort.signal.aborted) {
            close();
            throw clientError(error);
          }
        }
        close();
        return { value: undefined, done: true };
      },
      async return() {
        close();
        await iterator.return?.().catch(() => undefined);
        return { value: undefined, done: true };
      },
    };
  },
});
