/** The only source of time, ids and waiting in the core; chance is `chance`, a pure function of a seed. */
export interface Effects {
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Monotonic milliseconds with fractions, for durations. */
  elapsed(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted, and then leaves no timer behind. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back once after `ms` unless cancelled. */
  schedule(ms: number, callback: () => void): Cancel;
  /**
   * To be awaited before a piece of work of which many may be due at once: null while there is time for it,
   * else a promise for a later turn of the event loop, in the order of asking. Otherwise timers, messages and
   * the screen would wait until all of it is done.
   */
  breathe(): Promise<void> | null;
  /**
   * To be awaited before something that goes on in a rhythm of its own, like a session: what begins together would
   * ask for its next step together, again and again. Null for the first ones, then a little later for each.
   */
  stagger(): Promise<void> | null;
}

export type Cancel = () => void;

export interface Ids {
  /** A new random UUID in lower case. */
  uuid(): string;
}
