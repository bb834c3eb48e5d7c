import type { Cancel, Clock } from '../effects/index.ts';
import { createRateWindow, type Grant, type RateDelay, type RateLimits } from './rate-window.ts';

export interface RateRequest {
  /** Sessions take turns; the calls of one session keep their order. */
  readonly session: string;
  /** Worst case of the call in tokens. */
  readonly tokens: number;
}

export interface RateTicket {
  /** Says what was really used; what was reserved beyond it is free again. */
  readonly settle: (tokens: number) => void;
}

/** Keeps one account under its limits by letting calls wait. */
export interface RateLimiter {
  /** Resolves when the call may go; rejects with the signal's reason. `delayed` is told at once where it may not. */
  readonly admit: (
    request: RateRequest,
    limits: RateLimits,
    signal: AbortSignal,
    delayed?: (delay: RateDelay) => void,
  ) => Promise<RateTicket>;
}

interface Waiter {
  readonly tokens: number;
  readonly go: (grant: Grant) => void;
}

const free: RateTicket = { settle: () => {} };

export const createRateLimiter = (clock: Clock): RateLimiter => {
  const window = createRateWindow();
  /** Sessions that wait, the next one first. */
  const queues = new Map<string, Waiter[]>();
  let limits: RateLimits = {};
  let cancelTimer: Cancel | null = null;

  const letGo = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    for (let next = nextWaiter(); next; next = nextWaiter()) {
      const { session, waiter } = next;
      const now = clock.elapsed();
      const delay = window.delay(waiter.tokens, limits, now);
      if (delay) {
        cancelTimer = clock.schedule(delay.waitMs, letGo);
        return;
      }
      // To the end of the round: the other sessions come first now.
      const rest = (queues.get(session) ?? []).slice(1);
      queues.delete(session);
      if (rest.length > 0) queues.set(session, rest);
      waiter.go(window.take(waiter.tokens, now));
    }
  };
  const nextWaiter = (): { readonly session: string; readonly waiter: Waiter } | undefined => {
    for (const [session, [waiter]] of queues) if (waiter) return { session, waiter };
    return undefined;
  };
  const drop = (session: string, waiter: Waiter): void => {
    const rest = (queues.get(session) ?? []).filter((one) => one !== waiter);
    if (rest.length > 0) queues.set(session, rest);
    else queues.delete(session);
    letGo();
  };
  const ticketOf = (grant: Grant): RateTicket => ({
    settle: (tokens) => {
      window.correct(grant, tokens);
      letGo();
    },
  });

  return {
    admit: ({ session, tokens }, current, signal, delayed) => {
      limits = current;
      if (
        limits.requestsPerMinute === undefined &&
        limits.tokensPerMinute === undefined &&
        queues.size === 0
      ) {
        return Promise.resolve(free);
      }
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const onAbort = () => {
          drop(session, waiter);
          reject(signal.reason);
        };
        const waiter: Waiter = {
          tokens,
          go: (grant) => {
            signal.removeEventListener('abort', onAbort);
            resolve(ticketOf(grant));
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        const queue = queues.get(session);
        if (queue) queue.push(waiter);
        else queues.set(session, [waiter]);
        letGo();
        const stillWaits = queues.get(session)?.includes(waiter) === true;
        const delay = stillWaits ? window.delay(tokens, limits, clock.elapsed()) : null;
        if (delay) delayed?.(delay);
      });
    },
  };
};
