import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitingBytes } from '../../../../../core/providers/http/waiting-bytes.ts';

describe('waitingBytes', () => {
  const SEED = 20_261_121;
  it(`gives what was added, in order, whenever it is taken: seed ${SEED}`, () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 300 }) },
        { weight: 1, arbitrary: fc.constant(new Uint8Array(50_000).fill(7)) },
        { weight: 2, arbitrary: fc.constant('take' as const) },
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const waiting = waitingBytes();
        const expected: number[] = [];
        const taken: number[] = [];
        let inside = 0;
        for (const step of list) {
          if (step === 'take') {
            const piece = waiting.take();
            expect(piece === null).toBe(inside === 0);
            for (const byte of piece ?? []) taken.push(byte);
            inside = 0;
          } else {
            waiting.add(step);
            for (const byte of step) expected.push(byte);
            inside += step.byteLength;
          }
          expect(waiting.size()).toBe(inside);
        }
        for (const byte of waiting.take() ?? []) taken.push(byte);
        expect(Buffer.from(taken).equals(Buffer.from(expected))).toBe(true);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('hands a piece that waits alone on as it is, and never writes into one that it has given', () => {
    const waiting = waitingBytes();
    const alone = new Uint8Array([1]);
    waiting.add(alone);
    expect(waiting.take()).toBe(alone);
    waiting.add(new Uint8Array([2]));
    waiting.add(new Uint8Array([3]));
    const first = waiting.take();
    waiting.add(new Uint8Array([4]));
    waiting.add(new Uint8Array([5]));
    expect([...(first ?? [])]).toEqual([2, 3]);
    expect([...(waiting.take() ?? [])]).toEqual([4, 5]);
  });
});
