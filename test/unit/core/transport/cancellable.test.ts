import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { cancellable } from '../../../../core/transport/cancellable.ts';

/** Yields `first`, then waits for its signal and fails as a cut connection does. */
async function* waiting(signal: AbortSignal, first = 1) {
  yield first;
  await new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new Error('cut')), { once: true }),
  );
}

describe('cancellable', () => {
  it('starts anew with each loop', async () => {
    let starts = 0;
    const stream = cancellable((signal) => {
      starts += 1;
      return waiting(signal, starts);
    });
    for await (const message of stream) {
      expect(message).toBe(1);
      break;
    }
    for await (const message of stream) {
      expect(message).toBe(2);
      break;
    }
  });

  it('ends quietly when it is aborted while it waits', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    for await (const message of cancellable(waiting, abort.signal)) {
      seen.push(message);
      setTimeout(() => abort.abort(), 0);
    }
    expect(seen).toEqual([1]);
  });

  it('never asks when it was aborted before', async () => {
    let asked = false;
    const source = () => ({
      next: async () => {
        asked = true;
        return { value: 1, done: false as const };
      },
    });
    for await (const _message of cancellable(source, AbortSignal.abort())) expect.unreachable();
    expect(asked).toBe(false);
  });

  it('frees a waiting stream by return', async () => {
    let signal: AbortSignal | undefined;
    const iterator = cancellable((given) => {
      signal = given;
      return waiting(given);
    })[Symbol.asyncIterator]();
    await iterator.next();
    const next = iterator.next();
    await iterator.return?.();
    expect((await next).done).toBe(true);
    expect(signal?.aborted).toBe(true);
  });

  it('throws errors in the one class, and is over then', async () => {
    const iterator = cancellable(() => ({
      next: () => Promise.reject(new TypeError('network')),
    }))[Symbol.asyncIterator]();
    await expect(iterator.next()).rejects.toBeInstanceOf(AgentNetError);
    expect((await iterator.next()).done).toBe(true);
  });
});
