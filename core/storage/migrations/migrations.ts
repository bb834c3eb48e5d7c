import type Database from 'better-sqlite3';
import { createEventLog } from './0001-event-log.ts';
import { createMoney } from './0002-money.ts';
import { createGraphs } from './0003-graphs.ts';
import { createSettlements } from './0004-settlements.ts';
import { createGraphTexts } from './0005-graph-texts.ts';
import { foldWaits } from './0006-waits.ts';

/** One step of the layout; runs inside the transaction that also raises `user_version`. */
export interface Migration {
  /** The version it leads to, one more than where it starts. */
  readonly to: number;
  readonly apply: (database: Database.Database) => void;
}

/** All steps from an empty file to today's layout. A step that was released is never changed. */
export const migrations: readonly Migration[] = [
  { to: 1, apply: createEventLog },
  { to: 2, apply: createMoney },
  { to: 3, apply: createGraphs },
  { to: 4, apply: createSettlements },
  { to: 5, apply: createGraphTexts },
  { to: 6, apply: foldWaits },
];
