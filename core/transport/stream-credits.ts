import type { ClosableIterator } from './batched.ts';

/** Batches that may be under way to a reader before it says that it has consumed one. */
const WINDOW = 4;

/**
 * Holds fast streams back on a carrier that would queue without bound (a message port): each stream may have
 * `WINDOW` batches under way, and the reader gives a credit for each batch it has consumed. Meanwhile what
 * happens is gathered in the next batch, up to its bound, and then the source waits.
 */
export interface StreamCredits {
  /** The same iterator, waiting for credit before each batch; an aborted one waits no longer. */
  paced<T>(stream: string, batches: ClosableIterator<T>, signal: AbortSignal): ClosableIterator<T>;
  /** One more batch may go; an unknown stream (one that has just ended) is ignored. */
  give(stream: string): void;
  /** Streams under way. */
  readonly size: number;
}

interface Account {
  credit: number;
  wake?: () => void;
}

export const streamCredits = (): StreamCredits => {
  const accounts = new Map<string, Account>();
  return {
    get size() {
      return accounts.size;
    },
    give: (stream) => {
      const account = accounts.get(stream);
      if (!account) return;
      account.credit += 1;
      account.wake?.();
    },
    paced: (stream, batches, signal) => {
      const account: Account = { credit: WINDOW };
      accounts.set(stream, account);
      const forget = () => {
        signal.removeEventListener('abort', forget);
        accounts.delete(stream);
        account.wake?.();
      };
      if (signal.aborted) forget();
      else signal.addEventListener('abort', forget, { once: true });
      return {
        async next() {
          while (account.credit === 0 && accounts.get(stream) === account) {
            await new Promise<void>((resolve) => {
              account.wake = resolve;
            });
          }
          account.credit -= 1;
          try {
            const result = await batches.next();
            if (result.done) forget();
            return result;
          } catch (error) {
            forget();
            throw error;
          }
        },
        return: () => {
          forget();
          return batches.return();
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
};
