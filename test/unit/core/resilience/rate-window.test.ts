import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRateWindow,
  type RateLimits,
  type RateWindow,
} from '../../../../core/resilience/rate-window.ts';

const waitMs = (window: RateWindow, tokens: number, limits: RateLimits, now: number): number =>
  window.delay(tokens, limits, now)?.waitMs ?? 0;

describe('createRateWindow', () => {
  it('waits until the oldest request is a minute old', () => {
    const window = createRateWindow();
    const limits = { requestsPerMinute: 2 };
    window.take(1, 0);
    window.take(1, 10_000);
    expect(waitMs(window, 1, limits, 20_000)).toBe(40_000);
    expect(waitMs(window, 1, limits, 59_999)).toBe(1);
    expect(waitMs(window, 1, limits, 60_000)).toBe(0);
  });

  it('waits until enough tokens are a minute old, and lets what is too large for a minute go alone', () => {
    const window = createRateWindow();
    const limits = { tokensPerMinute: 100 };
    window.take(60, 0);
    const second = window.take(30, 5_000);
    expect(waitMs(window, 10, limits, 6_000)).toBe(0);
    expect(waitMs(window, 50, limits, 6_000)).toBe(54_000);
    expect(waitMs(window, 500, limits, 6_000)).toBe(59_000);
    window.correct(second, 0);
    expect(waitMs(window, 40, limits, 6_000)).toBe(0);
    expect(waitMs(window, 500, limits, 65_000)).toBe(0);
  });

  it('names the limit that is waited for longest', () => {
    const window = createRateWindow();
    const limits = { requestsPerMinute: 2, tokensPerMinute: 100 };
    window.take(10, 0);
    window.take(90, 30_000);
    expect(window.delay(1, limits, 40_000)).toEqual({ reason: 'requests', limit: 2, waitMs: 20_000 });
    expect(window.delay(50, limits, 40_000)).toEqual({ reason: 'tokens', limit: 100, waitMs: 50_000 });
    expect(window.delay(50, {}, 40_000)).toBeNull();
  });

  it('never lets more through in any sixty seconds than the limits say', () => {
    const call = fc.record({
      gap: fc.integer({ min: 0, max: 20_000 }),
      tokens: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (calls, requestsPerMinute, tokensPerMinute) => {
          const window = createRateWindow();
          const granted: { at: number; tokens: number }[] = [];
          let now = 0;
          for (const { gap, tokens } of calls) {
            now += gap;
            const wait = waitMs(window, tokens, { requestsPerMinute, tokensPerMinute }, now);
            now += wait;
            expect(waitMs(window, tokens, { requestsPerMinute, tokensPerMinute }, now)).toBe(0);
            window.take(tokens, now);
            granted.push({ at: now, tokens });
            const recent = granted.filter(({ at }) => at > now - 60_000);
            expect(recent.length).toBeLessThanOrEqual(requestsPerMinute);
            expect(recent.reduce((sum, one) => sum + one.tokens, 0)).toBeLessThanOrEqual(tokensPerMinute);
          }
        },
      ),
    );
  });
});
