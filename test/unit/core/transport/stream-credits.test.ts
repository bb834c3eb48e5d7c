import { describe, expect, it } from 'vitest';
import { batched } from '../../../../core/transport/batched.ts';
import { streamCredits } from '../../../../core/transport/stream-credits.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const numbers = (count: number) =>
  batched(
    (async function* () {
      for (let n = 1; n <= count; n += 1) yield n;
    })(),
    1,
  );

describe('streamCredits', () => {
  it('lets a window of batches go and then one for each credit', async () => {
    const credits = streamCredits();
    const paced = credits.paced('a', numbers(9), new AbortController().signal);
    const sent: number[] = [];
    const sending = (async () => {
      for await (const batch of paced) sent.push(...batch);
    })();
    await settle();
    expect(sent).toEqual([1, 2, 3, 4]);
    credits.give('a');
    await settle();
    expect(sent).toEqual([1, 2, 3, 4, 5]);
    credits.give('nobody');
    await settle();
    expect(sent).toHaveLength(5);
    for (let n = 0; n < 5; n += 1) credits.give('a');
    await sending;
    expect(sent).toHaveLength(9);
    expect(credits.size).toBe(0);
  });

  it('does not wait for credit after the reader has gone', async () => {
    const credits = streamCredits();
    const abort = new AbortController();
    const source = numbers(9);
    const paced = credits.paced('a', source, abort.signal);
    for (let n = 0; n < 4; n += 1) await paced.next();
    const waiting = paced.next();
    await settle();
    await source.return();
    abort.abort();
    expect((await waiting).done).toBe(true);
    expect(credits.size).toBe(0);
  });

  it('forgets a stream that is left or that failed', async () => {
    const credits = streamCredits();
    const signal = new AbortController().signal;
    await credits.paced('a', numbers(9), signal).return();
    const failing = batched(
      // biome-ignore lint/correctness/useYield: it fails before its first message
      (async function* (): AsyncGenerator<number> {
        throw new Error('broken');
      })(),
      1,
    );
    await expect(credits.paced('b', failing, signal).next()).rejects.toThrow('broken');
    expect(credits.size).toBe(0);
  });
});
