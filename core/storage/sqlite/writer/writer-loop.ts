import type Database from 'better-sqlite3';
import type { Cancel, Clock } from '../../../effects/index.ts';
import type { Upcasters } from '../../upcasters.ts';
import type { FromWriter, ToWriter, WriterRequest } from '../messages.ts';
import { type Outcome, storageFailure } from '../storage-failure.ts';
import { whileBusy } from '../while-busy.ts';
import { type Inbox, openBatchSource } from './batch-source.ts';
import { COMMITTED, openCommitGroup } from './commit-group.ts';
import { deleteSession } from './delete-session.ts';
import { openLeases } from './leases.ts';
import { openProjections } from './projections.ts';

/** Milliseconds between two heartbeats of this process's sessions. */
const HEARTBEAT_MS = 4_000;
/** Milliseconds between two looks for commits of other processes. */
const FOREIGN_POLL_MS = 250;
/** The projections are brought up to date when no commit came for this long, in milliseconds. */
const IDLE_MS = 250;

export interface WriterLoopOptions {
  readonly database: Database.Database;
  readonly path: string;
  readonly clock: Clock;
  readonly upcasters: Upcasters;
  readonly inbox: Inbox;
  readonly post: (message: FromWriter) => void;
}

export interface WriterLoop {
  /** Handles a message and whatever has come in behind it. False after `close`. */
  receive(message: ToWriter): boolean;
}

export const openWriterLoop = (options: WriterLoopOptions): WriterLoop => {
  const { database, path, clock, inbox, post } = options;
  const leases = openLeases(database);
  const commitGroup = openCommitGroup(database, leases, path, clock);
  const projections = openProjections(database, clock, options.upcasters);
  const dataVersion = () => database.pragma('data_version', { simple: true }) as number;
  let seenVersion = dataVersion();
  let cancelIdle: Cancel = () => {};
  let cancelForeign: Cancel = () => {};
  let open = true;

  /** True when another connection committed since the last look; ours do not count. */
  const foreignCommit = (): boolean => {
    const version = dataVersion();
    const changed = version !== seenVersion;
    seenVersion = version;
    if (changed) {
      projections.touchAll();
      post({ kind: 'foreign' });
    }
    return changed;
  };

  const runBatches = (first: Extract<ToWriter, { kind: 'batch' }>): ToWriter | undefined => {
    const source = openBatchSource(first, inbox);
    commitGroup(source);
    post({ kind: 'settled', through: source.through, outcomes: source.outcomes() });
    for (const { operation, outcome } of source.items) {
      if (operation.kind === 'append' && outcome?.ok) projections.touch(operation.sessionId);
    }
    planIdle();
    return source.held;
  };

  /** Runs the steps of the projections; messages that come in between are handled first. */
  const refresh = (fullText: boolean): void => {
    foreignCommit();
    while (projections.step(fullText)) {
      const message = inbox.receive();
      if (message) handle(message);
      if (!open) return;
    }
  };

  const idle = (): void => {
    try {
      refresh(true);
    } catch {
      // Nobody asked for it: whoever asks next is told.
    }
  };
  const planIdle = (): void => {
    cancelIdle();
    cancelIdle = clock.schedule(IDLE_MS, idle);
  };

  const beat = database.transaction((now: number) => leases.heartbeat(now));
  const heartbeat = (): void => {
    try {
      if (leases.any) whileBusy(clock, () => beat.immediate(clock.now()));
    } catch {
      // The next one is due in seconds; on this machine the process table vouches for us meanwhile.
    }
    cancelHeartbeat = clock.schedule(HEARTBEAT_MS, heartbeat);
  };
  let cancelHeartbeat = clock.schedule(HEARTBEAT_MS, heartbeat);

  const pollForeign = (): void => {
    try {
      foreignCommit();
    } catch {
      // A busy moment; the next look is due at once.
    }
    cancelForeign = clock.schedule(FOREIGN_POLL_MS, pollForeign);
  };

  const close = (): void => {
    open = false;
    cancelIdle();
    cancelForeign();
    cancelHeartbeat();
    try {
      whileBusy(clock, () => database.transaction(() => leases.releaseAll()).immediate());
    } finally {
      database.close();
    }
  };

  const serve = (request: WriterRequest): Outcome => {
    switch (request.kind) {
      case 'refresh':
        refresh(request.fullText);
        return COMMITTED;
      case 'refold':
        whileBusy(clock, () => projections.drop());
        refresh(true);
        return COMMITTED;
      case 'delete-session':
        return deleteSession(database, clock, request);
      case 'watch-foreign':
        cancelForeign();
        if (request.on) {
          foreignCommit();
          cancelForeign = clock.schedule(FOREIGN_POLL_MS, pollForeign);
        }
        return COMMITTED;
      case 'close':
        close();
        return COMMITTED;
      default:
        return request satisfies never;
    }
  };

  const handle = (first: ToWriter): void => {
    let message: ToWriter | undefined = first;
    while (message) {
      if (message.kind === 'batch') {
        message = runBatches(message);
        continue;
      }
      let outcome: Outcome;
      try {
        outcome = serve(message.request);
      } catch (error) {
        outcome = { ok: false, failure: storageFailure(error, path) };
      }
      post({ kind: 'reply', id: message.id, outcome });
      message = undefined;
    }
  };

  return {
    receive: (message) => {
      handle(message);
      return open;
    },
  };
};
