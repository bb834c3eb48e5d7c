import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '../../../../core/cost/fits.ts';

describe('fits', () => {
  it('lets a call reach the cap exactly', () => {
    expect(fits({ cap: 100, spent: 40, reserved: 20, needed: 40 })).toBe('fits');
  });

  it('waits for settlements when only the reservations stand in the way', () => {
    expect(fits({ cap: 100, spent: 40, reserved: 21, needed: 40 })).toBe('wait');
    expect(fits({ cap: 100, spent: 60, reserved: 900, needed: 40 })).toBe('wait');
  });

  it('gives up when what is spent stands in the way', () => {
    expect(fits({ cap: 100, spent: 61, reserved: 0, needed: 40 })).toBe('exceeds');
    expect(fits({ cap: 100, spent: 0, reserved: 0, needed: 101 })).toBe('exceeds');
  });

  /** Runs calls that each use at most what they reserved, in a random order of starts and settlements. */
  const run = (
    cap: number,
    calls: readonly { readonly needed: number; readonly used: number }[],
    order: readonly boolean[],
  ) => {
    let spent = 0;
    const running: { readonly needed: number; readonly used: number }[] = [];
    const waiting = [...calls];
    const reserved = () => running.reduce((sum, call) => sum + call.needed, 0);
    const settle = () => {
      spent += Math.min(running.shift()?.used ?? 0, cap * 2);
    };
    for (let step = 0; waiting.length > 0; step += 1) {
      const call = waiting[0];
      if (!call) break;
      const fit = fits({ cap, spent, reserved: reserved(), needed: call.needed });
      expect(spent + reserved()).toBeLessThanOrEqual(cap);
      if (fit === 'exceeds') return { spent: spent + reserved(), ended: 'exceeds' as const };
      if (fit === 'wait') {
        // Something must be running, or it would wait for ever.
        expect(running.length).toBeGreaterThan(0);
        settle();
        continue;
      }
      running.push(call);
      waiting.shift();
      if (order[step % order.length]) settle();
    }
    return { spent: spent + reserved(), ended: 'done' as const };
  };

  it('never passes the cap and never waits without anything running', () => {
    const call = fc
      .tuple(fc.nat(500), fc.nat(500))
      .map(([left, right]) => ({ needed: Math.max(left, right), used: Math.min(left, right) }));
    fc.assert(
      fc.property(
        fc.nat(2_000),
        fc.array(call, { maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
        (cap, calls, order) => {
          expect(run(cap, calls, order).spent).toBeLessThanOrEqual(cap);
        },
      ),
      { verbose: true },
    );
  });
});
