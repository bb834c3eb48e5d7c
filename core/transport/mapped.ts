import type { ClosableIterator } from './batched.ts';

/** What a batch becomes: nothing, some messages, and perhaps the last ones. */
export interface MappedBatch<T> {
  readonly messages: readonly T[];
  readonly last?: boolean;
}

/** The batches mapped; empty ones are passed over, and after a `last` one the source is closed. */
export const mapped = <From, To>(
  batches: ClosableIterator<readonly From[]>,
  map: (messages: readonly From[]) => MappedBatch<To>,
): ClosableIterator<readonly To[]> => {
  let ended = false;
  const close = async (): Promise<IteratorResult<readonly To[], undefined>> => {
    ended = true;
    await batches.return();
    return { value: undefined, done: true };
  };
  return {
    async next() {
      while (!ended) {
        const result = await batches.next();
        if (result.done) break;
        const { messages, last } = map(result.value);
        ended = last === true;
        if (messages.length > 0) return { value: messages, done: false };
      }
      return close();
    },
    return: close,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
