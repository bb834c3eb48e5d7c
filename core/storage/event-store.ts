import type {
  EventData,
  EventDraft,
  RunEvent,
  SessionId,
  SessionStatus,
  SessionSummary,
  StreamId,
  Turn,
  TurnHit,
  Verification,
} from '../contract/index.ts';

import type { GraphStore } from './graph-store.ts';
import type { ReservationStore } from './reservations.ts';

/** Last event of a stream: `count` events, the last one with `hash`. */
export interface Head {
  readonly count: number;
  readonly hash: string;
}

/** Who runs a session; one owner at a time, over all processes on the data folder. */
export interface Owner {
  readonly ownerId: string;
  readonly pid: number;
  /** Start time of the process (milliseconds since the epoch), so that a reused process id is told apart. */
  readonly processStartedAt: number;
  readonly host: string;
}

/** Text of an unfinished turn, kept outside the chain. `at` in milliseconds since the epoch. */
export interface PartialText {
  readonly taskId: string;
  readonly callId: string;
  readonly round: number;
  readonly speakerIndex: number;
  readonly agent: string;
  readonly kind: Turn['kind'];
  readonly text: string;
  readonly at: number;
}

/** A stored row that cannot be read as an event any more; it is shown, never dropped, and stops nothing. */
export interface QuarantinedEvent {
  readonly sessionId: string;
  readonly seq: number;
  readonly type: string;
  readonly message: string;
}

/**
 * The one writer of one session, held under a lease. Order of `append` calls is order in the log.
 * Rows are sealed (seq, prev, hash) at once and committed in groups by the writer thread.
 */
export interface SessionWriter {
  readonly sessionId: SessionId;
  readonly head: Head;
  /** Events appended and not yet committed. */
  readonly pending: number;
  /** Seals and queues; `at` is the engine's clock. Returns the sealed events. Throws after a failure. */
  append(drafts: readonly EventDraft[], at: number): readonly RunEvent[];
  /** Resolves when all that was appended before is committed; rejects with `storage/*` when it cannot be. */
  flushed(): Promise<void>;
  /** Called once when a commit fails (`storage/full`, `storage/fenced`, `storage/locked`, ...). */
  onFailure(listener: (error: Error) => void): void;
  /** Replaces the journalled text of the given unfinished turns; queued with the next commit. */
  journal(partials: readonly PartialText[]): void;
  /** Forgets the journalled text of a turn. */
  clearJournal(taskId: string): void;
  /** Commits what is queued and gives the lease back. */
  close(): Promise<void>;
}

export interface ReadOptions {
  /** Sequence number after which to begin; 0 is the start. */
  readonly after?: number;
  readonly limit?: number;
  /** Types to leave out; the bulky ones are `call-started` and `call-ended`. */
  readonly without?: readonly RunEvent['type'][];
  /** Leaves out every `call-ended` with an answer; a turn holds the answer once more. */
  readonly withoutAnswers?: boolean;
}

export interface SessionQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Words to find in name, topic, participants. */
  readonly query?: string;
  readonly mode?: SessionSummary['mode'];
  readonly status?: SessionStatus;
  readonly outcome?: NonNullable<SessionSummary['outcome']>;
  /** Sessions inside of this one; absent: only those that are inside of none. */
  readonly parent?: string;
}

/** A change of a session as seen by this process; `foreign` when another process on the data folder wrote it. */
export type StoreChange =
  | { readonly kind: 'events'; readonly sessionId: string; readonly events: readonly RunEvent[] }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'deleted'; readonly sessionId: string };

/** The port of the event log (design section 3). Adapters: SQLite; later Postgres. */
export interface EventStore {
  /**
   * Starts a stream with a lease; the first append must hold `session-created`. Does not wait for the disk: where
   * the lease cannot be had (`input/conflict` for an id that is there, `storage/*`), `flushed()` rejects.
   */
  createSession(id: SessionId, owner: Owner): Promise<SessionWriter>;
  /**
   * Takes a session whose owner is dead or gone. Throws `session/owned-elsewhere` while its owner lives,
   * `input/unknown-session` where there is none.
   */
  takeSession(id: SessionId, owner: Owner): Promise<SessionWriter>;
  /** Appends to the stream `system`, which several processes share; answers after the commit. */
  appendSystem(drafts: readonly EventDraft[], at: number): Promise<readonly RunEvent[]>;

  head(stream: StreamId): Promise<Head | undefined>;
  /** Stored events in order, newest version, in bounded batches read off the main thread. */
  read(stream: StreamId, options?: ReadOptions): AsyncIterable<readonly RunEvent[]>;
  quarantined(stream: StreamId): Promise<readonly QuarantinedEvent[]>;
  /** Events of one stream after `after`, then every later one after its commit, whichever process wrote it. */
  tail(stream: StreamId, after: number, signal: AbortSignal): AsyncIterable<readonly RunEvent[]>;
  /** Commits of this process at once, of others within about a quarter second. Returns the unsubscriber. */
  onChange(listener: (change: StoreChange) => void): () => void;

  partials(id: SessionId): Promise<readonly PartialText[]>;
  owner(id: SessionId): Promise<{ readonly owner: Owner; readonly alive: boolean } | undefined>;

  sessions(query: SessionQuery): Promise<{
    readonly items: readonly SessionSummary[];
    readonly nextCursor: string | null;
    readonly total: number;
  }>;
  session(id: SessionId): Promise<SessionSummary | undefined>;
  /** Sessions that have not ended and whose owner is dead. */
  interrupted(): Promise<readonly SessionSummary[]>;
  turns(
    id: SessionId,
    after: number,
    limit: number,
  ): Promise<{
    readonly items: readonly Turn[];
    readonly total: number;
  }>;
  search(query: string, limit: number): Promise<readonly TurnHit[]>;

  /** What is reserved, spent and what it was spent on. */
  readonly reservations: ReservationStore;
  /** Stored task graphs. */
  readonly graphs: GraphStore;

  /** Checks the chain against its head row by row and refolds the projections beside the stored ones. */
  verify(stream: StreamId): Promise<Omit<Verification, 'session_id'>>;
  /** Drops and refolds all projections. */
  refold(): Promise<void>;
  /** Deletes every row of a session and records `session-deleted`; refuses while a living process owns it. */
  deleteSession(id: SessionId, at: number): Promise<EventData<'session-deleted'>>;
  /** `commits`: group commits of this process since the store was opened. */
  statistics(): Promise<{ readonly events: number; readonly bytes: number; readonly commits: number }>;
  /** Commits what is queued, gives the leases back, ends the threads. */
  close(): Promise<void>;
}
