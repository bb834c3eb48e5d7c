import type Database from 'better-sqlite3';
import type { EventData } from '../../../contract/index.ts';
import { decodeRow } from '../../decode-row.ts';
import type { Upcasters } from '../../upcasters.ts';

/** The table of costs, folded from the events of all streams. */
export interface CostRows {
  /** Streams with events that are not folded yet. */
  behind(): readonly string[];
  /** Goes on with a stream inside the caller's transaction. False when it has events left. */
  fold(sessionId: string): boolean;
  /** Empties the table, inside the caller's transaction. */
  drop(): void;
}

/** Events that are looked at in one go. */
const EVENTS_AT_ONCE = 2_000;

interface Mark {
  readonly folded: number;
  readonly project: string;
  readonly name: string;
  readonly copied: number;
}

interface Row {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly data: string;
}

export const openCostRows = (database: Database.Database, steps: Upcasters): CostRows => {
  const behind = database
    .prepare<[], string>(
      `SELECT session_id FROM heads LEFT JOIN cost_marks USING (session_id)
       WHERE cost_marks.folded IS NOT heads.count`,
    )
    .pluck();
  const mark = database.prepare<[string], Mark>('SELECT * FROM cost_marks WHERE session_id = ?');
  const count = database.prepare<[string], number>('SELECT count FROM heads WHERE session_id = ?').pluck();
  const next = database.prepare<[string, number, number], Row>(
    `SELECT seq, type, version, at, data FROM events
     WHERE session_id = ? AND seq > ? AND seq <= ?
       AND type IN ('session-created', 'session-resumed', 'cost-recorded') ORDER BY seq`,
  );
  const putMark = database.prepare('INSERT OR REPLACE INTO cost_marks VALUES (?, ?, ?, ?, ?)');
  const put = database.prepare(
    'INSERT OR REPLACE INTO costs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );

  const add = (sessionId: string, row: Row, project: string, cost: EventData<'cost-recorded'>): void => {
    const { usage } = cost;
    put.run(
      sessionId,
      row.seq,
      row.at,
      cost.provider,
      cost.model,
      cost.agent,
      project,
      cost.micro_usd,
      cost.estimated ? 1 : 0,
      cost.cached ? 1 : 0,
      cost.input_tokens ?? 0,
      cost.output_tokens ?? 0,
      usage?.cached_read ?? 0,
      usage?.cached_write ?? 0,
      usage?.reasoning ?? 0,
      cost.price_table,
    );
  };

  return {
    behind: () => behind.all(),
    fold: (sessionId) => {
      let { folded, project, name, copied } = mark.get(sessionId) ?? {
        folded: 0,
        project: 'default',
        name: '',
        copied: 0,
      };
      const head = count.get(sessionId) ?? 0;
      const through = Math.min(head, folded + EVENTS_AT_ONCE);
      /** Calls that a fork copied without their end: their cost is the other session's. */
      const notOwn = new Set<string>();
      for (const row of next.all(sessionId, folded, through)) {
        const data = dataOf(row, steps);
        if (data === undefined) continue;
        if (row.type === 'session-created') {
          const created = data as EventData<'session-created'>;
          name = created.specification.name;
          project = projectOf(created);
          copied = created.forked_from?.seq ?? 0;
        } else if (row.type === 'session-resumed') {
          if (copied === 0 || row.seq !== copied + 1) continue;
          for (const callId of (data as EventData<'session-resumed'>).lost_calls) notOwn.add(callId);
        } else if (row.seq > copied) {
          const cost = data as EventData<'cost-recorded'>;
          if (!notOwn.delete(cost.call_id)) add(sessionId, row, project, cost);
        }
      }
      folded = through;
      putMark.run(sessionId, folded, project, name, copied);
      return folded >= head;
    },
    drop: () => {
      database.exec('DELETE FROM costs; DELETE FROM cost_marks');
    },
  };
};

const projectOf = ({ specification: { metadata } }: EventData<'session-created'>): string =>
  typeof metadata['project'] === 'string' ? metadata['project'] : 'default';

/** A damaged row is told by `verify`; here it costs nothing and hides no other. */
const dataOf = (row: Row, steps: Upcasters): unknown => {
  const decoded = decodeRow(row, steps);
  return decoded.kind === 'event' ? JSON.parse(decoded.text) : undefined;
};
