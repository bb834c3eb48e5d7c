import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batched } from '../../../../core/transport/batched.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe('batched', () => {
  it('hands over what came together while the reader was away', async () => {
    const batches = batched(
      (async function* () {
        yield* [1, 2, 3, 4, 5];
      })(),
      10,
    );
    expect((await batches.next()).value).toEqual([1]);
    await settle();
    expect((await batches.next()).value).toEqual([2, 3, 4, 5]);
    expect((await batches.next()).done).toBe(true);
    expect((await batches.next()).done).toBe(true);
  });

  it('reads no further than its limit', async () => {
    let given = 0;
    const source = (async function* () {
      for (;;) {
        given += 1;
        yield given;
      }
    })();
    const batches = batched(source, 4);
    await batches.next();
    await settle();
    expect(given).toBe(5);
    expect((await batches.next()).value).toEqual([2, 3, 4, 5]);
    await settle();
    expect(given).toBe(9);
    await batches.return();
    await settle();
    expect(given).toBeLessThanOrEqual(10);
  });

  it('gives what came before an error, then the error, once', async () => {
    const batches = batched(
      (async function* () {
        yield 'a';
        throw new Error('broken');
      })(),
      10,
    );
    expect((await batches.next()).value).toEqual(['a']);
    await expect(batches.next()).rejects.toThrow('broken');
    expect((await batches.next()).done).toBe(true);
  });

  it('ends a waiting reader at once when it is closed', async () => {
    const never: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const batches = batched(never, 2);
    const waiting = batches.next();
    await batches.return();
    expect((await waiting).done).toBe(true);
  });

  it('closes a source that stands at a message', async () => {
    let closed = false;
    const batches = batched(
      (async function* () {
        try {
          for (;;) yield 1;
        } finally {
          closed = true;
        }
      })(),
      1,
    );
    await batches.next();
    await settle();
    await batches.return();
    await settle();
    expect(closed).toBe(true);
  });

  it('never starts a source that nobody reads', async () => {
    let started = false;
    const batches = batched(
      (async function* () {
        started = true;
        yield 1;
      })(),
      1,
    );
    await batches.return();
    expect((await batches.next()).done).toBe(true);
    expect(started).toBe(false);
  });

  it('keeps order and number, however reader and source take turns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        async (sourceWaits, readerWaits, limit) => {
          const source = (async function* () {
            for (const [index, wait] of sourceWaits.entries()) {
              if (wait) await settle();
              yield index;
            }
          })();
          const seen: number[] = [];
          let turn = 0;
          for await (const batch of batched(source, limit)) {
            expect(batch.length).toBeGreaterThan(0);
            expect(batch.length).toBeLessThanOrEqual(limit);
            seen.push(...batch);
            if (readerWaits[turn % readerWaits.length]) await settle();
            turn += 1;
          }
          expect(seen).toEqual(sourceWaits.map((_, index) => index));
        },
      ),
      { numRuns: 50 },
    );
  });
});
