/** An iterator whose `return` takes effect at once, even while `next` waits. */
export interface ClosableIterator<T> extends AsyncIterableIterator<T, undefined, undefined> {
  return(): Promise<IteratorResult<T, undefined>>;
}

/**
 * Reads ahead of a slow reader, at most `limit` messages, and hands over in one piece what has come together.
 * One reader only. The first `next` starts the source; `return` abandons it without waiting for its answer, so a
 * source must watch its own signal to be freed while it waits.
 */
export const batched = <T>(source: AsyncIterable<T>, limit: number): ClosableIterator<readonly T[]> => {
  let messages: T[] = [];
  let end: { readonly error?: unknown } | undefined;
  let iterator: AsyncIterator<T> | undefined;
  let wakeReader: (() => void) | undefined;
  let wakeSource: (() => void) | undefined;

  const wake = () => {
    wakeReader?.();
    wakeSource?.();
  };
  const readAhead = async (from: AsyncIterator<T>) => {
    try {
      while (end === undefined) {
        if (messages.length >= limit) {
          await new Promise<void>((resolve) => {
            wakeSource = resolve;
          });
          wakeSource = undefined;
          continue;
        }
        const result = await from.next();
        if (result.done) break;
        messages.push(result.value);
        wakeReader?.();
      }
      end ??= {};
    } catch (error) {
      end ??= { error };
    }
    wake();
  };

  return {
    async next() {
      if (iterator === undefined && end === undefined) {
        iterator = source[Symbol.asyncIterator]();
        void readAhead(iterator);
      }
      while (messages.length === 0 && end === undefined) {
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
        wakeReader = undefined;
      }
      if (messages.length > 0) {
        const batch = messages;
        messages = [];
        wakeSource?.();
        return { value: batch, done: false };
      }
      if (end !== undefined && 'error' in end) {
        const { error } = end;
        end = {};
        throw error;
      }
      return { value: undefined, done: true };
    },
    async return() {
      const running = end === undefined;
      end = {};
      messages = [];
      wake();
      // A source that waits settles this only when its signal tells it to; its last words interest nobody.
      if (running) iterator?.return?.()?.then(undefined, () => undefined);
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
