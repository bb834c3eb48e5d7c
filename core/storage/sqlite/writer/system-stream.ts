import type Database from 'better-sqlite3';
import { eventHash, genesisHash } from '../../event-chain.ts';
import type { DraftRows, SystemSeal } from '../messages.ts';

/** Places a row in `DraftRows`. */
const DRAFT_WIDTH = 4;

export const SYSTEM = 'system';

/**
 * Seals and inserts rows of the stream `system`. Several processes write it, so its head is known only
 * inside the transaction, which the caller holds.
 */
export const appendSystemRows = (database: Database.Database, rows: DraftRows): readonly SystemSeal[] => {
  const head = database.prepare('SELECT count, hash FROM heads WHERE session_id = ?').get(SYSTEM) as
    | { count: number; hash: string }
    | undefined;
  let { count, hash } = head ?? { count: 0, hash: genesisHash(SYSTEM) };
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const seals: SystemSeal[] = [];
  for (let index = 0; index < rows.length; index += DRAFT_WIDTH) {
    const [type, version, at, data] = rows.slice(index, index + DRAFT_WIDTH) as [
      string,
      number,
      number,
      string,
    ];
    const prev = hash;
    hash = eventHash(prev, type, version, at, data);
    count += 1;
    insert.run(SYSTEM, count, type, version, at, data, prev, hash);
    seals.push({ seq: count, prev, hash });
  }
  database
    .prepare(
      `INSERT INTO heads VALUES (?, ?, ?)
       ON CONFLICT (session_id) DO UPDATE SET count = excluded.count, hash = excluded.hash`,
    )
    .run(SYSTEM, count, hash);
  return seals;
};
