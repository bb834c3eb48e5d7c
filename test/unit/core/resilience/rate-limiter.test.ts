import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import { createRateLimiter } from '../../../../core/resilience/rate-limiter.ts';

const never = new AbortController().signal;

describe('createRateLimiter', () => {
  it('lets everything through where there is no limit', async () => {
    const effects = fakeEffects();
    const limiter = createRateLimiter(effects.clock);
    await Promise.all(
      Array.from({ length: 50 }, () => limiter.admit({ session: 'a', tokens: 1e6 }, {}, never)),
    );
    expect(effects.pendingTimers()).toBe(0);
  });

  it('serves waiting sessions in turn, however many calls one of them has', async () => {
    const effects = fakeEffects();
    const limiter = createRateLimiter(effects.clock);
    const order: string[] = [];
    const admit = async (session: string) => {
      await limiter.admit({ session, tokens: 1 }, { requestsPerMinute: 1 }, never);
      order.push(session);
    };
    const all = [admit('a'), admit('a'), admit('a'), admit('a'), admit('b'), admit('c'), admit('b')];
    await effects.advance(6 * 60_000);
    await Promise.all(all);
    expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a']);
  });

  it('tells a call that it waits, once and at once', async () => {
    const effects = fakeEffects();
    const limiter = createRateLimiter(effects.clock);
    const told: object[] = [];
    const admit = () =>
      limiter.admit({ session: 'a', tokens: 1 }, { requestsPerMinute: 1 }, never, (delay) =>
        told.push(delay),
      );
    await admit();
    expect(told).toEqual([]);
    await effects.advance(20_000);
    const all = [admit(), admit()];
    expect(told).toHaveLength(2);
    expect(told[0]).toEqual({ reason: 'requests', limit: 1, waitMs: 40_000 });
    await effects.advance(3 * 60_000);
    await Promise.all(all);
    expect(told).toHaveLength(2);
  });

  it('gives tokens back that a call did not use', async () => {
    const effects = fakeEffects();
    const limiter = createRateLimiter(effects.clock);
    const limits = { tokensPerMinute: 100 };
    const ticket = await limiter.admit({ session: 'a', tokens: 90 }, limits, never);
    let gone = false;
    const next = limiter.admit({ session: 'b', tokens: 50 }, limits, never).then(() => {
      gone = true;
    });
    await effects.advance(1_000);
    expect(gone).toBe(false);
    ticket.settle(20);
    await next;
    expect(effects.pendingTimers()).toBe(0);
  });

  it('forgets a call that is given up, and lets the next one go in its place', async () => {
    const effects = fakeEffects();
    const limiter = createRateLimiter(effects.clock);
    const limits = { requestsPerMinute: 1 };
    await limiter.admit({ session: 'a', tokens: 1 }, limits, never);
    const abort = new AbortController();
    const givenUp = limiter.admit({ session: 'b', tokens: 1 }, limits, abort.signal);
    const next = limiter.admit({ session: 'c', tokens: 1 }, limits, never);
    abort.abort('paused');
    await expect(givenUp).rejects.toBe('paused');
    await expect(limiter.admit({ session: 'b', tokens: 1 }, limits, abort.signal)).rejects.toBe('paused');
    await effects.advance(60_000);
    await next;
    expect(effects.pendingTimers()).toBe(0);
  });

  it('lets every call through in the end, and no session wait for more than one call of each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 }),
        async (asked) => {
          const effects = fakeEffects();
          const limiter = createRateLimiter(effects.clock);
          const order: string[] = [];
          const all = asked.map(async (session) => {
            await limiter.admit({ session, tokens: 1 }, { requestsPerMinute: 1 }, never);
            order.push(session);
          });
          await effects.advance(asked.length * 60_000);
          await Promise.all(all);
          const left = new Map<string, number>();
          for (const session of asked) left.set(session, (left.get(session) ?? 0) + 1);
          // The first goes at once, before the others have asked.
          const first = order[0] as string;
          left.set(first, (left.get(first) ?? 0) - 1);
          for (let index = 1; index < order.length; ) {
            const waiting = [...left].filter(([, count]) => count > 0).map(([session]) => session);
            const round = order.slice(index, index + waiting.length);
            expect([...round].sort()).toEqual([...waiting].sort());
            for (const session of round) left.set(session, (left.get(session) ?? 0) - 1);
            index += waiting.length;
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
