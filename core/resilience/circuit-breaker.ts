import type { Clock } from '../effects/index.ts';

/** The right to make one attempt; exactly one of the endings is called, further ones do nothing. */
export interface Pass {
  /** The service has begun to answer: a probe has shown enough, and others may follow it. */
  readonly alive: () => void;
  readonly succeed: () => void;
  /** True when this failure opened the breaker. */
  readonly fail: () => boolean;
  /** It was given up before anything could be learnt from it. */
  readonly leave: () => void;
}

export type Entry =
  | { readonly kind: 'go'; readonly pass: Pass }
  /** `waitMs`: until the next probe may be made, in milliseconds. */
  | { readonly kind: 'refused'; readonly waitMs: number };

export interface CircuitBreaker {
  readonly enter: () => Entry;
}

/** `closed` lets all through, `open` none, and of a `half-open` one the probe is under way. */
type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly untilMs: number }
  | { readonly kind: 'half-open'; readonly probe: object };

export interface BreakerSettings {
  /** Consecutive failures that open it. */
  readonly failures: number;
  /** How long it stays open, in milliseconds. */
  readonly openMs: number;
}

/** A refused caller comes back after this while a probe is under way. */
const PROBE_MS = 1_000;

const closed: State = { kind: 'closed', failures: 0 };

export const createCircuitBreaker = (
  { failures: limit, openMs }: BreakerSettings,
  clock: Clock,
): CircuitBreaker => {
  let state: State = closed;

  const open = (): true => {
    state = { kind: 'open', untilMs: clock.elapsed() + openMs };
    return true;
  };
  const failed = (isProbe: boolean): boolean => {
    if (isProbe) return open();
    // What began before it opened says nothing new.
    if (state.kind !== 'closed') return false;
    const failures = state.failures + 1;
    if (failures >= limit) return open();
    state = { kind: 'closed', failures };
    return false;
  };
  const passOf = (probe: object | null): Pass => {
    let ended = false;
    const isProbe = () => probe !== null && state.kind === 'half-open' && state.probe === probe;
    const end = <T>(ending: () => T, otherwise: T): T => {
      if (ended) return otherwise;
      ended = true;
      return ending();
    };
    return {
      alive: () => {
        if (isProbe()) state = closed;
      },
      succeed: () =>
        end(() => {
          if (isProbe() || state.kind === 'closed') state = closed;
        }, undefined),
      fail: () => end(() => failed(isProbe()), false),
      leave: () =>
        end(() => {
          if (isProbe()) state = { kind: 'open', untilMs: clock.elapsed() };
        }, undefined),
    };
  };

  return {
    enter: () => {
      if (state.kind === 'closed') return { kind: 'go', pass: passOf(null) };
      if (state.kind === 'half-open') return { kind: 'refused', waitMs: PROBE_MS };
      const waitMs = state.untilMs - clock.elapsed();
      if (waitMs > 0) return { kind: 'refused', waitMs };
      const probe = {};
      state = { kind: 'half-open', probe };
      return { kind: 'go', pass: passOf(probe) };
    },
  };
};
