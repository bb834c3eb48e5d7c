import { AgentNetError, type EventDraft, type RunEvent, type SessionId } from '../../contract/index.ts';
import type { Cancel, Clock } from '../../effects/index.ts';
import type { Head, PartialText, SessionWriter } from '../event-store.ts';
import type { Settlement } from '../reservations.ts';
import { sealDraft } from '../seal-draft.ts';
import { settlementOf } from '../settlement-of.ts';
import { nextPart } from './append-parts.ts';
import type { AppendOperation, GroupOperation } from './messages.ts';
import type { Outcome } from './storage-failure.ts';
import { toAgentNetError } from './to-agent-net-error.ts';
import type { OperationStream, WriterClient } from './writer-client.ts';

export interface SessionWriterOptions {
  readonly sessionId: SessionId;
  /** Proof of the lease. */
  readonly token: string;
  readonly ownerId: string;
  readonly head: Head;
  /** What the database must grant before anything else of a new session; null where it has. */
  readonly begins: GroupOperation | null;
  readonly client: WriterClient;
  readonly clock: Clock;
  readonly committed: (events: readonly RunEvent[]) => void;
  readonly closed: () => void;
}

/** Partial text waits at most this long for a commit to go with, in milliseconds. */
const JOURNAL_MS = 500;

interface Waiter {
  /** Operations that must be settled. */
  readonly upTo: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class SqliteSessionWriter implements SessionWriter {
  readonly sessionId: SessionId;
  readonly #options: SessionWriterOptions;
  #count: number;
  #hash: string;
  #pending = 0;
  /** Operations handed to the client, and those of them that are settled; they settle in their order. */
  #submitted = 0;
  #settledCount = 0;
  #failure: AgentNetError | null = null;
  #closing: Promise<void> | null = null;
  #waiters: Waiter[] = [];
  readonly #failureListeners: ((error: Error) => void)[] = [];
  readonly #journal = new Map<string, PartialText>();
  readonly #cleared = new Set<string>();
  /** Tasks whose text was stored through this writer and not forgotten since. */
  readonly #journalled = new Set<string>();
  /** False for a new session, in whose journal there is nothing from before. */
  readonly #hasEarlierJournal: boolean;
  #cancelJournal: Cancel | null = null;

  constructor(options: SessionWriterOptions) {
    this.sessionId = options.sessionId;
    this.#options = options;
    this.#count = options.head.count;
    this.#hash = options.head.hash;
    this.#hasEarlierJournal = options.head.count > 0;
    if (options.begins) {
      this.#submitted += 1;
      options.client.submit(options.begins, (outcome) => this.#settled(outcome));
    }
  }

  get head(): Head {
    return { count: this.#count, hash: this.#hash };
  }

  get pending(): number {
    return this.#pending;
  }

  append(drafts: readonly EventDraft[], at: number): readonly RunEvent[] {
    this.#refuseWhenOver();
    const events: RunEvent[] = [];
    let rows: (string | number)[] = [];
    let count = this.#count;
    let hash = this.#hash;
    let sealedOn = this.head;
    let stream: OperationStream | undefined;
    let settlements: Settlement[] = [];
    let partEnds = nextPart(0, drafts.length);
    const operation = (): AppendOperation => {
      const { sessionId, token } = this.#options;
      const { count: sealedCount, hash: sealedHash } = sealedOn;
      const settled = settlements.length > 0 && { settlements };
      return { kind: 'append', sessionId, token, count: sealedCount, hash: sealedHash, rows, ...settled };
    };
    try {
      for (const draft of drafts) {
        if (events.length === partEnds) {
          partEnds = nextPart(partEnds, drafts.length);
          stream ??= this.#options.client.stream();
          if (stream) {
            stream.send(operation());
            rows = [];
            settlements = [];
            sealedOn = { count, hash };
          }
        }
        count += 1;
        const { event, text } = sealDraft(draft, this.sessionId, count, at, hash);
        hash = event.hash;
        events.push(event);
        const settlement = settlementOf(draft);
        if (settlement) settlements.push(settlement);
        rows.push(event.type, event.version, at, text, hash);
      }
    } catch (error) {
      stream?.abort();
      throw error;
    }
    if (events.length === 0) return events;
    this.#count = count;
    this.#hash = hash;
    this.#pending += events.length;
    this.#submitted += 1;
    const settled = (outcome: Outcome) => this.#appended(events, outcome);
    if (stream) stream.end(operation(), settled);
    else this.#options.client.submit(operation(), settled);
    this.#submitJournal();
    return events;
  }

  flushed(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    const upTo = this.#submitted;
    if (this.#settledCount === upTo) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiters.push({ upTo, resolve, reject }));
  }

  onFailure(listener: (error: Error) => void): void {
    if (this.#failure) listener(this.#failure);
    else this.#failureListeners.push(listener);
  }

  journal(partials: readonly PartialText[]): void {
    this.#refuseWhenOver();
    for (const partial of partials) {
      this.#journal.set(partial.taskId, partial);
      this.#cleared.delete(partial.taskId);
    }
    this.#planJournal();
  }

  clearJournal(taskId: string): void {
    this.#refuseWhenOver();
    this.#journal.delete(taskId);
    if (!this.#journalled.delete(taskId) && !this.#hasEarlierJournal) return;
    this.#cleared.add(taskId);
    this.#planJournal();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const failedBefore = this.#failure !== null;
    this.#submitJournal();
    const { client, sessionId, token, ownerId, closed } = this.#options;
    const flushed = this.flushed();
    flushed.catch(() => {});
    const outcome = await new Promise<Outcome>((resolve) => {
      client.submit({ kind: 'release', sessionId, token, ownerId }, resolve);
    });
    closed();
    // A failure from before was told then; the lease that could not be given back dies with this process.
    if (failedBefore) return;
    await flushed;
    if (!outcome.ok) throw toAgentNetError(outcome.failure);
  }

  #refuseWhenOver(): void {
    if (this.#failure) throw this.#failure;
    if (!this.#closing) return;
    throw new AgentNetError(
      'session/wrong-state',
      'This session was given back: nothing more can be written.',
      {
        where: { session_id: this.sessionId },
        kept: 'Everything before is stored.',
        remedy: 'Take the session again to go on.',
      },
    );
  }

  #appended(events: readonly RunEvent[], outcome: Outcome): void {
    this.#pending -= events.length;
    if (outcome.ok && !this.#failure) this.#options.committed(events);
    this.#settled(outcome);
  }

  #settled(outcome: Outcome): void {
    this.#settledCount += 1;
    if (!outcome.ok && !this.#failure) {
      const failure = toAgentNetError(outcome.failure);
      this.#failure = failure;
      this.#dropJournal();
      for (const { reject } of this.#waiters.splice(0)) reject(failure);
      for (const listener of this.#failureListeners.splice(0)) listener(failure);
    }
    while (this.#waiters[0] && this.#waiters[0].upTo <= this.#settledCount) this.#waiters.shift()?.resolve();
  }

  /** Partial text goes with the next append; without one, by itself and in time. */
  #planJournal(): void {
    this.#cancelJournal ??= this.#options.clock.schedule(JOURNAL_MS, () => this.#submitJournal());
  }

  #submitJournal(): void {
    this.#cancelJournal?.();
    this.#cancelJournal = null;
    if (this.#failure || (this.#journal.size === 0 && this.#cleared.size === 0)) return;
    const { client, sessionId, token } = this.#options;
    const partials = [...this.#journal.values()];
    const cleared = [...this.#cleared];
    for (const { taskId } of partials) this.#journalled.add(taskId);
    this.#dropJournal();
    this.#submitted += 1;
    client.submit({ kind: 'journal', sessionId, token, partials, cleared }, (outcome) =>
      this.#settled(outcome),
    );
  }

  #dropJournal(): void {
    this.#cancelJournal?.();
    this.#cancelJournal = null;
    this.#journal.clear();
    this.#cleared.clear();
  }
}
