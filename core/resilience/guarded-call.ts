import type { AgentNetError } from '../contract/index.ts';
import type { RateDelay, RateLimits } from './rate-window.ts';

/** Why an attempt waits: the limits of its account, or a model that asked for patience. */
export type CallDelay =
  | RateDelay
  | { readonly reason: 'cooldown'; readonly limit: null; readonly waitMs: number };

/** What happened on the way to an answer, told as it happens. */
export type CallNote =
  /** The attempt waits before it goes out; at least so long. `limit` is null for a cooldown. */
  | ({ readonly kind: 'delayed' } & CallDelay)
  /** The attempt that waited goes out now. */
  | { readonly kind: 'admitted'; readonly waitedMs: number }
  /** An attempt failed and is made again after `waitMs`; `attempt` counts from 1. */
  | {
      readonly kind: 'retry';
      readonly attempt: number;
      readonly error: AgentNetError;
      readonly waitMs: number;
    }
  /** A model of an account, or the whole account (a refused key), is left alone; `forMs` null: until it is changed. */
  | {
      readonly kind: 'cooldown';
      readonly reason: 'rate-limited' | 'failures' | 'key-refused';
      readonly forMs: number | null;
    };

/** One call as the guard needs to know it, whatever its parts are. */
export interface GuardedCall<Part> {
  /** Whose key and limits it uses: the provider part of the model's name. */
  readonly account: string;
  readonly model: string;
  readonly limits: RateLimits;
  /** Who is served in turn where an account is short. */
  readonly session: string;
  /** Worst case in tokens. */
  readonly tokens: number;
  /** Jitter is chance over these: the same call waits the same again. */
  readonly seed: number;
  readonly id: string;
  /** Longest wait for an account that asks for patience, in milliseconds; longer ones fail at once. */
  readonly patienceMs: number;
  /**
   * True for models that are no service: they have no key, no limits and nothing that could need rest, so what
   * happens in one session stays without consequence for others.
   */
  readonly isolated: boolean;
  readonly attempt: (signal: AbortSignal) => Promise<AsyncIterable<Part>>;
  /** Tokens that a part says were used; undefined for parts that do not. */
  readonly tokensUsed: (part: Part) => number | undefined;
  readonly note: (note: CallNote) => void;
}
