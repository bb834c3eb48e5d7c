import type { Owner, PartialText } from '../event-store.ts';
import type { ReservationRequest, Settlement, TimeRequest } from '../reservations.ts';
import type { GraphChange } from './graph-change.ts';
import type { Outcome, StorageFailure } from './storage-failure.ts';

/** Five places a row: type, version, at, data, hash. Flat, because it is the cheapest thing to post; grows until then. */
export type SealedRows = (string | number)[];
/** Four places a row: type, version, at, data. */
export type DraftRows = readonly (string | number)[];

export interface LeaseRequest {
  readonly sessionId: string;
  /** New for every lease; what a writer shows to prove that it still holds it. */
  readonly token: string;
  readonly owner: Owner;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Rows of one session, sealed on the head (`count`, `hash`). */
export interface AppendOperation {
  readonly kind: 'append';
  readonly sessionId: string;
  readonly token: string;
  readonly count: number;
  readonly hash: string;
  readonly rows: SealedRows;
  /** What the rows mean for the reservations of their calls. */
  readonly settlements?: readonly Settlement[];
}

/** What is committed in groups, in the order it was queued. */
export type GroupOperation =
  | AppendOperation
  | {
      readonly kind: 'append-system';
      readonly rows: DraftRows;
      readonly settlements?: readonly Settlement[];
    }
  /** Answers with a `ReservationAnswer`. */
  | { readonly kind: 'reserve'; readonly sessionId: string; readonly request: ReservationRequest }
  /** Answers with a `TimeAnswer`. */
  | { readonly kind: 'hold-time'; readonly sessionId: string; readonly request: TimeRequest }
  /** Answers with `Amounts`, what was settled before it included. */
  | {
      readonly kind: 'spent';
      readonly sessionId: string;
      readonly scope: 'day' | 'project';
      readonly key: string;
    }
  | { readonly kind: 'release-reservation'; readonly sessionId: string; readonly callId: string }
  | { readonly kind: 'keep-reservations'; readonly sessionId: string; readonly callIds: readonly string[] }
  | {
      readonly kind: 'journal';
      readonly sessionId: string;
      readonly token: string;
      readonly partials: readonly PartialText[];
      /** Tasks whose text is forgotten. */
      readonly cleared: readonly string[];
    }
  | { readonly kind: 'create-session'; readonly lease: LeaseRequest }
  | { readonly kind: 'take-session'; readonly lease: LeaseRequest }
  | {
      readonly kind: 'release';
      readonly sessionId: string;
      readonly token: string;
      readonly ownerId: string;
    };

/** What runs in transactions of its own, between two groups. */
export type WriterRequest =
  /** Brings the projections up to the log; with `fullText` the search index too. */
  | { readonly kind: 'refresh'; readonly fullText: boolean }
  | { readonly kind: 'refold' }
  | {
      readonly kind: 'delete-session';
      readonly sessionId: string;
      readonly at: number;
      readonly now: number;
      /** Version of the event `session-deleted`. */
      readonly version: number;
    }
  | { readonly kind: 'change-graphs'; readonly change: GraphChange }
  /** Whether commits of other processes are to be told. */
  | { readonly kind: 'watch-foreign'; readonly on: boolean }
  | { readonly kind: 'close' };

export type ToWriter =
  | {
      readonly kind: 'batch';
      readonly number: number;
      readonly operations: readonly GroupOperation[];
      /** `more`: the same batch goes on in the next message; `abort`: it ends here and is not to be stored. */
      readonly part?: 'more' | 'abort';
    }
  | { readonly kind: 'request'; readonly id: number; readonly request: WriterRequest };

export interface SystemSeal {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

export interface WriterData {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Version of the event `database-migrated`. */
  readonly migratedVersion: number;
  /** Of `ThreadMarks`. */
  readonly marks: SharedArrayBuffer;
}

export type FromWriter =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-opened'; readonly failure: StorageFailure }
  /**
   * All batches up to `through` are settled; operations without an outcome here are committed. Where all are and the
   * main thread looks by itself, it sees that by `ThreadMarks` and gets no message.
   */
  | { readonly kind: 'settled'; readonly through: number; readonly outcomes: readonly OperationOutcome[] }
  | { readonly kind: 'reply'; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: 'foreign' };

export interface OperationOutcome {
  readonly batch: number;
  readonly index: number;
  readonly outcome: Outcome;
}
