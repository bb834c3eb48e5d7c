/** An attempt that has given its first part, or has ended without one. */
export interface BegunAttempt<Part> {
  readonly first: IteratorResult<Part, unknown>;
  readonly parts: AsyncIterator<Part, unknown>;
  /** Sees every part and the end. */
  readonly seen: (result: IteratorResult<Part, unknown>) => void;
  /** What is thrown in the place of what broke it. */
  readonly failed: (thrown: unknown) => unknown;
  /** The reader went away before the end. */
  readonly left: () => void;
}

/**
 * The parts of an attempt that `begin` brings to its first one. Written by hand: a generator takes several turns
 * of the microtask queue for each part, and a long answer has ten thousand of them.
 */
export const followAttempt = <Part>(begin: () => Promise<BegunAttempt<Part>>): AsyncIterable<Part> => ({
  [Symbol.asyncIterator]: () => {
    let attempt: BegunAttempt<Part> | null = null;
    const onResult = (result: IteratorResult<Part, unknown>) => {
      attempt?.seen(result);
      return result;
    };
    const onFailure = (thrown: unknown): never => {
      throw attempt?.failed(thrown) ?? thrown;
    };
    return {
      next: () => {
        if (attempt) return attempt.parts.next().then(onResult, onFailure);
        return begin().then((begun) => {
          attempt = begun;
          return onResult(begun.first);
        });
      },
      return: async () => {
        attempt?.left();
        await attempt?.parts.return?.();
        return { done: true, value: undefined };
      },
    };
  },
});
