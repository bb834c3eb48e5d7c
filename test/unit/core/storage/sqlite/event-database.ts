import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { EventDraft, SessionId } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import { genesisHash } from '../../../../../core/storage/event-chain.ts';
import type { Head, Owner } from '../../../../../core/storage/event-store.ts';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import { sealDraft } from '../../../../../core/storage/seal-draft.ts';
import type { AppendOperation, LeaseRequest } from '../../../../../core/storage/sqlite/messages.ts';
import { migrate } from '../../../../../core/storage/sqlite/migrate.ts';
import { openDatabase } from '../../../../../core/storage/sqlite/open-database.ts';
import { livingOwner } from '../../../../conformance/event-store/adapter.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

export const { clock } = realEffects;
export const AT = 1_736_981_000_123;

export interface EventDatabase {
  readonly database: Database.Database;
  readonly path: string;
}

/** A database as the writer thread opens it, in a folder of this test alone. */
export const openEventDatabase = async (
  path = join(temporaryFolder(), 'agentnet.db'),
): Promise<EventDatabase> => {
  const opened = openDatabase(path, migrations, clock);
  if (opened.kind === 'refused') throw new Error(opened.failure.message);
  const { database } = opened;
  onTestFinished(() => {
    database.close();
  });
  await migrate(database, migrations, { path, clock, now: AT, eventVersion: 1 });
  return { database, path };
};

export const leaseFor = (
  sessionId: SessionId,
  token = 'token',
  owner: Owner = livingOwner(),
): LeaseRequest => ({
  sessionId,
  token,
  owner,
  now: AT,
});

/** Drafts sealed on a head, as a session writer posts them; with the head after them. */
export const appendOf = (
  sessionId: SessionId,
  drafts: readonly EventDraft[],
  on: Head = { count: 0, hash: genesisHash(sessionId) },
  token = 'token',
): { readonly operation: AppendOperation; readonly head: Head } => {
  let { count, hash } = on;
  const rows: (string | number)[] = [];
  for (const draft of drafts) {
    count += 1;
    const { event, text } = sealDraft(draft, sessionId, count, AT, hash);
    hash = event.hash;
    rows.push(event.type, event.version, event.at, text, event.hash);
  }
  return {
    operation: { kind: 'append', sessionId, token, ...on, rows },
    head: { count, hash },
  };
};

/** Writes a session's rows without lease or journal. */
export const insertSession = (
  { database }: EventDatabase,
  sessionId: SessionId,
  drafts: readonly EventDraft[],
): Head => {
  const { operation, head } = appendOf(sessionId, drafts);
  database.exec('BEGIN IMMEDIATE');
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  let prev = operation.hash;
  for (let index = 0, seq = 1; index < operation.rows.length; index += 5, seq += 1) {
    const [type, version, at, data, hash] = operation.rows.slice(index, index + 5);
    insert.run(sessionId, seq, type, version, at, data, prev, hash);
    prev = String(hash);
  }
  database.prepare('INSERT INTO heads VALUES (?, ?, ?)').run(sessionId, head.count, head.hash);
  database.exec('COMMIT');
  return head;
};

export const countRows = ({ database }: EventDatabase, table: string): number =>
  database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
