import { describe, expect, it } from 'vitest';
import { batched } from '../../../../core/transport/batched.ts';
import { mapped } from '../../../../core/transport/mapped.ts';

const numbers = (count: number) =>
  batched(
    (async function* () {
      for (let n = 1; n <= count; n += 1) yield n;
    })(),
    1,
  );

const collect = async <T>(batches: AsyncIterable<readonly T[]>) => {
  const all: (readonly T[])[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
};

describe('mapped', () => {
  it('maps batches and passes over those that become empty', async () => {
    const even = mapped(numbers(5), (batch) => ({ messages: batch.filter((n) => n % 2 === 0).map(String) }));
    expect(await collect(even)).toEqual([['2'], ['4']]);
  });

  it('ends after the last batch, with and without messages in it', async () => {
    const until = (end: number, keep: boolean) =>
      mapped(numbers(9), (batch) => {
        const last = batch.includes(end);
        return { messages: last && !keep ? [] : batch, last };
      });
    expect(await collect(until(2, true))).toEqual([[1], [2]]);
    expect(await collect(until(2, false))).toEqual([[1]]);
  });

  it('closes its source when it is left', async () => {
    let closed = false;
    const source = numbers(9);
    const watched = {
      ...source,
      return: async () => {
        closed = true;
        return source.return();
      },
    };
    for await (const _batch of mapped(watched, (messages) => ({ messages }))) break;
    expect(closed).toBe(true);
  });
});
