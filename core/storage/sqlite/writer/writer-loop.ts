import type Database from 'better-sqlite3';
import type { Cancel, Clock } from '../../../effects/index.ts';
import type { Upcasters } from '../../upcasters.ts';
import type { FromWriter, ToWriter, WriterRequest } from '../messages.ts';
import { type Outcome, storageFailure } from '../storage-failure.ts';
import { whileBusy } from '../while-busy.ts';
import { type Inbox, openBatchSource } from './batch-source.ts';
import { changeGraphs } from './change-graphs.ts';
import { COMMITTED, openCommitGroup } from './commit-group.ts';
import { deleteSession } from './delete-session.ts';
import { openLeases } from './leases.ts';
import { openProjections } from './projections.ts';
import { spinning } from './spinning.ts';
import { SYSTEM } from './system-stream.ts';
import { openWriteAheadLog } from './write-ahead-log.ts';

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
  /** Called once, after the last message was posted. */
  readonly closed: () => void;
}

export interface WriterLoop {
  /** Handles a message and whatever has come in behind it. */
  receive(message: ToWriter): void;
}

export const openWriterLoop = (options: WriterLoopOptions): WriterLoop => {
  const { database, path, clock, inbox, post } = options;
  const leases = openLeases(database);
  const commitGroup = openCommitGroup(database, leases, path, clock);
  const log = openWriteAheadLog(database);
  const projections = openProjections(database, clock, options.upcasters);
  const dataVersion = () => database.pragma('data_version', { simple: true }) as number;
  let seenVersion = dataVersion();
  let cancelIdle: Cancel = () => {};
  let cancelForeign: Cancel = () => {};
  let open = true;

  /** Tells when another connection committed since the last look; ours do not count. */
  const foreignCommit = (): void => {
    const version = dataVersion();
    const changed = version !== seenVersion;
    seenVersion = version;
    if (changed) {
      projections.touchAll();
      post({ kind: 'foreign' });
    }
  };

  const runBatches = (first: Extract<ToWriter, { kind: 'batch' }>): ToWriter | undefined => {
    const source = openBatchSource(first, inbox);
    commitGroup.run(source);
    post({ kind: 'settled', through: source.through, outcomes: source.outcomes() });
    let begins = false;
    for (const { operation, outcome } of source.items) {
      if (operation.kind === 'append' && outcome?.ok) projections.touch(operation.sessionId);
      if (operation.kind === 'append-system') projections.touch(SYSTEM);
      if (operation.kind === 'create-session' || operation.kind === 'take-session') begins = true;
    }
    planIdle();
    quietly(begins ? log.reserve : log.upkeep);
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

  /** The same for as long as nobody wants anything; the rest is left to the next such moment. */
  const refreshWhileIdle = (): void => {
    foreignCommit();
    while (projections.step(true)) {
      const message = inbox.receive();
      if (!message) continue;
      handle(message);
      if (open) planIdle();
      return;
    }
  };

  const planIdle = (): void => {
    cancelIdle();
    cancelIdle = clock.schedule(IDLE_MS, () => quietly(refreshWhileIdle));
  };

  const beat = database.transaction((now: number) => leases.heartbeat(now));
  const heartbeat = (): void => {
    quietly(() => {
      if (leases.any) whileBusy(clock, () => beat.immediate(clock.now()));
    });
    cancelHeartbeat = clock.schedule(HEARTBEAT_MS, heartbeat);
  };
  let cancelHeartbeat = clock.schedule(HEARTBEAT_MS, heartbeat);

  const pollForeign = (): void => {
    quietly(foreignCommit);
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
        commitGroup.forget(request.sessionId);
        return deleteSession(database, clock, request);
      case 'change-graphs':
        commitGroup.forget(SYSTEM);
        return changeGraphs(database, clock, request.change);
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
      const closes = message.request.kind === 'close';
      post({ kind: 'reply', id: message.id, outcome });
      if (closes) options.closed();
      message = undefined;
    }
  };

  const awaitNext = spinning(inbox, clock);
  return {
    receive: (first) => {
      for (let message: ToWriter | undefined = first; message && open; message = awaitNext()) handle(message);
    },
  };
};

/** For chores that nobody asked for: what fails now fails again for whoever needs it, and is told then. */
const quietly = (chore: () => void): void => {
  try {
    chore();
  } catch {
    // See above.
  }
};
