import type Database from 'better-sqlite3';
import type { Clock } from '../../../effects/index.ts';
import { genesisHash } from '../../event-chain.ts';
import type { Head } from '../../event-store.ts';
import type { AppendOperation, GroupOperation } from '../messages.ts';
import { isBusy, type Outcome, type StorageFailure, storageFailure } from '../storage-failure.ts';
import { whileBusy } from '../while-busy.ts';
import { openEventRows } from './event-rows.ts';
import { openJournal } from './journal.ts';
import type { Leases } from './leases.ts';
import { openReservationRows } from './reservation-rows.ts';
import { appendSystemRows, SYSTEM } from './system-stream.ts';

/** An operation and, after its group was run, what came of it. */
export interface GroupItem {
  readonly operation: GroupOperation;
  /** Number of its batch, and its place there. */
  readonly batch: number;
  readonly index: number;
  outcome: Outcome | null;
}

/** Gives one item after the other; null at the end of the group. */
export interface GroupSource {
  next(): GroupItem | null;
  /** Batches that were called off after items of them had been given. */
  readonly calledOff: ReadonlySet<number>;
}

export interface CommitGroup {
  /**
   * Commits what the source gives in one transaction and sets each item's outcome. What breaks the transaction
   * is tried again session by session, so that one session's trouble stays its own.
   */
  run(source: GroupSource): void;
  /** To be called when a session changes in any other way than through a group. */
  forget(sessionId: string): void;
}

/** Places a row in `SealedRows`. */
const SEALED_WIDTH = 5;

export const COMMITTED: Outcome = { ok: true, value: undefined };

export const openCommitGroup = (
  database: Database.Database,
  leases: Leases,
  path: string,
  clock: Clock,
): CommitGroup => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const rows = openEventRows(database);
  const journal = openJournal(database);
  const reservations = openReservationRows(database);
  // Two plain look-ups: a join of the two takes four times as long.
  const tokenOf = database.prepare<[string], string>('SELECT token FROM leases WHERE session_id = ?').pluck();
  const headOf = database.prepare<[string], Head>('SELECT count, hash FROM heads WHERE session_id = ?');
  const putHead = database.prepare(
    `INSERT INTO heads VALUES (?, ?, ?)
     ON CONFLICT (session_id) DO UPDATE SET count = excluded.count, hash = excluded.hash`,
  );
  const dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  /** Lease and head of sessions as they were stored last, good until another connection commits. */
  const stored = new Map<string, Standing>();
  let storedAt = dataVersion.get();
  /** Sessions that this transaction appended to, with the head to be written at its end. */
  const heads = new Map<string, Standing>();

  const headFor = (sessionId: string, token: string): Head | undefined => {
    const known = heads.get(sessionId) ?? stored.get(sessionId);
    if (known) return known.token === token ? known : undefined;
    if (tokenOf.get(sessionId) !== token) return undefined;
    return headOf.get(sessionId) ?? { count: 0, hash: genesisHash(sessionId) };
  };

  const append = ({ sessionId, token, rows: values, settlements, ...sealedOn }: AppendOperation): Outcome => {
    const head = headFor(sessionId, token);
    if (!head || head.count !== sealedOn.count || head.hash !== sealedOn.hash) return fenced(sessionId);
    let { count, hash } = head;
    for (let index = 0; index < values.length; index += SEALED_WIDTH) {
      const type = values[index] as string;
      const version = values[index + 1] as number;
      const at = values[index + 2] as number;
      const data = values[index + 3] as string;
      const prev = hash;
      hash = values[index + 4] as string;
      count += 1;
      rows.add(sessionId, count, type, version, at, data, prev, hash);
    }
    heads.set(sessionId, { token, count, hash });
    if (settlements) reservations.settle(sessionId, settlements);
    return COMMITTED;
  };

  const settleRows = (): void => {
    rows.flush();
    for (const [sessionId, standing] of heads) {
      putHead.run(sessionId, standing.count, standing.hash);
      stored.set(sessionId, standing);
    }
    heads.clear();
  };

  const apply = (operation: GroupOperation): Outcome => {
    switch (operation.kind) {
      case 'append':
        return append(operation);
      case 'journal':
        if (!headFor(operation.sessionId, operation.token)) return fenced(operation.sessionId);
        journal.clear(operation.sessionId, operation.cleared);
        journal.keep(operation.sessionId, operation.partials);
        return COMMITTED;
      case 'reserve':
        return { ok: true, value: reservations.reserve(operation.request) };
      case 'hold-time':
        return { ok: true, value: reservations.holdTime(operation.request) };
      case 'spent':
        return { ok: true, value: reservations.spent(operation.scope, operation.key) };
      case 'release-reservation':
        reservations.release(operation.sessionId, operation.callId);
        return COMMITTED;
      case 'keep-reservations':
        reservations.keepOnly(operation.sessionId, operation.callIds);
        return COMMITTED;
      case 'append-system':
        if (operation.settlements) reservations.settle(SYSTEM, operation.settlements);
        return { ok: true, value: appendSystemRows(database, operation.rows) };
      case 'create-session':
        return committed(leases.create(operation.lease));
      case 'take-session':
        settleRows();
        stored.delete(operation.lease.sessionId);
        return leases.take(operation.lease);
      case 'release':
        settleRows();
        stored.delete(operation.sessionId);
        leases.release(operation.sessionId, operation.token, operation.ownerId);
        return COMMITTED;
      default:
        return operation satisfies never;
    }
  };

  /** Runs everything that `next` gives; throws what broke it, after a rollback. */
  const transaction = (next: () => GroupItem | null, mayCommit: () => boolean): boolean => {
    whileBusy(clock, () => begin.run());
    try {
      const version = dataVersion.get();
      if (version !== storedAt) stored.clear();
      storedAt = version;
      for (let item = next(); item; item = next()) item.outcome = apply(item.operation);
      if (!mayCommit()) {
        stored.clear();
        rollback.run();
        return false;
      }
      settleRows();
      commit.run();
      return true;
    } catch (error) {
      stored.clear();
      if (database.inTransaction) rollback.run();
      throw error;
    } finally {
      rows.reset();
      heads.clear();
    }
  };

  const runEach = (items: readonly GroupItem[]): void => {
    for (const group of bySession(items).values()) {
      try {
        transaction(iterate(group), () => true);
      } catch (error) {
        settleAll(group, failed(error));
      }
    }
  };
  const failed = (error: unknown): Outcome => ({ ok: false, failure: storageFailure(error, path) });

  const run = (source: GroupSource): void => {
    const seen: GroupItem[] = [];
    const next = () => {
      const item = source.next();
      if (item) seen.push(item);
      return item;
    };
    const wanted = () => seen.filter(({ batch }) => !source.calledOff.has(batch));
    try {
      if (!transaction(next, () => source.calledOff.size === 0)) runEach(wanted());
    } catch (error) {
      while (next());
      const items = wanted();
      if (isBusy(error) || bySession(items).size <= 1) settleAll(items, failed(error));
      else runEach(items);
    }
  };
  return { run, forget: (sessionId) => stored.delete(sessionId) };
};

interface Standing extends Head {
  readonly token: string;
}

const iterate = (items: readonly GroupItem[]): (() => GroupItem | null) => {
  let index = 0;
  return () => items[index++] ?? null;
};

const settleAll = (items: readonly GroupItem[], outcome: Outcome): void => {
  for (const item of items) item.outcome = outcome;
};

/** The items of each stream in their order. */
const bySession = (items: readonly GroupItem[]): ReadonlyMap<string, readonly GroupItem[]> =>
  Map.groupBy(items, ({ operation }) => {
    if (operation.kind === 'append-system') return 'system';
    return 'lease' in operation ? operation.lease.sessionId : operation.sessionId;
  });

/** What needs no word of its own. */
const committed = (outcome: Outcome): Outcome => (outcome.ok ? COMMITTED : outcome);

const fenced = (sessionId: string): Outcome => {
  const failure: StorageFailure = {
    code: 'storage/fenced',
    message: 'Another process has taken this session over: nothing more is stored from here.',
    where: { session_id: sessionId },
    kept: 'Everything that was shown as finished is stored, and the other process goes on from there.',
    remedy: 'Watch the session; it can be taken back when the other process has ended.',
  };
  return { ok: false, failure };
};
