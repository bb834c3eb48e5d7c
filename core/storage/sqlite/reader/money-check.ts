import type Database from 'better-sqlite3';
import type { EventData, Verification } from '../../../contract/index.ts';
import { COST_EVENTS, type CostFold, foldCosts, NO_COSTS, type StoredCost } from '../../fold-costs.ts';
import { readCostEvent } from '../../read-cost-event.ts';
import type { Upcasters } from '../../upcasters.ts';

type Problem = NonNullable<Verification['projection_problem']>;

/** The first row about money that is not what the events of the stream say; null when all agree. */
export type MoneyCheck = (stream: string) => Problem | null;

interface Row {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly data: string;
}

interface Settled {
  readonly call_id: string;
  readonly day: string;
  readonly project: string;
  readonly micro_usd: number;
  readonly tokens: number;
}

interface Sum {
  readonly micro_usd: number;
  readonly tokens: number;
  readonly ms: number;
}

const TIME = 'time';

export const openMoneyCheck = (database: Database.Database, steps: Upcasters): MoneyCheck => {
  const events = database.prepare<[string], Row>(
    `SELECT seq, type, version, at, data FROM events
     WHERE session_id = ? AND type IN ${COST_EVENTS} ORDER BY seq`,
  );
  const costs = database.prepare<[string], StoredCost & { session_id: string }>(
    'SELECT * FROM costs WHERE session_id = ? ORDER BY seq',
  );
  const marks = database.prepare<[string], Omit<CostFold, 'notOwn'> & { not_own: string; folded: number }>(
    'SELECT folded, project, name, copied, not_own FROM cost_marks WHERE session_id = ?',
  );
  const settlements = database.prepare<[string], Settled>(
    'SELECT call_id, day, project, micro_usd, tokens FROM settlements WHERE session_id = ?',
  );
  /** The first event of the stream that settlements are kept for. */
  const firstKept = database
    .prepare<[string], number | null>(
      'SELECT min(seq) FROM events WHERE session_id = ? AND rowid > (SELECT last_rowid FROM former_events)',
    )
    .pluck();
  /** Calls by their intents, with the worst case that was to be reserved in money. */
  const intents = database.prepare<[string], { callId: string; microUsd: number | null }>(
    `SELECT data ->> '$.call_id' AS callId, data ->> '$.reserved_micro_usd' AS microUsd FROM events
     WHERE session_id = ? AND type = 'call-started' AND json_valid(data)`,
  );
  const spent = database.prepare<[string, string], Sum>(
    'SELECT micro_usd, tokens, ms FROM spendings WHERE scope = ? AND key = ?',
  );
  const summed = (column: 'day' | 'project') =>
    database.prepare<[{ key: string }], Sum>(
      `SELECT coalesce(sum(micro_usd), 0) AS micro_usd, coalesce(sum(tokens), 0) AS tokens,
         coalesce(sum(ms), 0) AS ms
       FROM (
         SELECT micro_usd, tokens, ms FROM settlements WHERE ${column} = @key
         UNION ALL
         SELECT micro_usd, tokens, 0 FROM former_spendings WHERE scope = '${column}' AND key = @key
       )`,
    );
  const sums = { day: summed('day'), project: summed('project') };

  const refold = (stream: string) => {
    let fold = NO_COSTS;
    let last = 0;
    const rows: StoredCost[] = [];
    const paid = new Map<string, { readonly seq: number; readonly cost: EventData<'cost-recorded'> }>();
    for (const row of events.all(stream)) {
      last = row.seq;
      const data = readCostEvent(row, steps);
      if (data === undefined) continue;
      const result = foldCosts(fold, row, data);
      fold = result.fold;
      if (!result.cost) continue;
      rows.push(result.cost);
      const cost = data as EventData<'cost-recorded'>;
      paid.set(cost.call_id, { seq: row.seq, cost });
    }
    return { fold, rows, paid, last };
  };
  type Refolded = ReturnType<typeof refold>;

  const checkCosts = (stream: string, { rows: all, fold, last }: Refolded): Problem | null => {
    const mark = marks.get(stream);
    const folded = mark?.folded ?? 0;
    const rows = all.filter(({ seq }) => seq <= folded);
    const stored = costs.all(stream);
    const place = Math.max(rows.length, stored.length);
    for (let index = 0; index < place; index += 1) {
      const expected = rows[index];
      const { session_id: _stream, ...found } = stored[index] ?? { session_id: stream };
      const actual = 'seq' in found ? (found as StoredCost) : undefined;
      if (expected && actual?.seq === expected.seq) {
        const column = differing(expected, actual);
        if (column)
          return differs('costs', `event ${expected.seq}`, column, expected[column], actual[column]);
        continue;
      }
      const seq = Math.min(
        expected?.seq ?? Number.POSITIVE_INFINITY,
        actual?.seq ?? Number.POSITIVE_INFINITY,
      );
      const says =
        expected?.seq === seq ? 'is missing, though its event is there' : 'has no event that accounts for it';
      return problem('costs', `event ${seq}`, `The cost of event ${seq} ${says}.`);
    }
    const notOwn = JSON.stringify(fold.notOwn);
    const same =
      // A mark that is behind says what it knew then.
      mark === undefined ||
      folded < last ||
      (mark.project === fold.project &&
        mark.name === fold.name &&
        mark.copied === fold.copied &&
        mark.not_own === notOwn);
    return same
      ? null
      : problem('cost_marks', stream, 'The project or name of the costs is not the session’s.');
  };

  const checkSettlements = (stream: string, { paid }: Refolded, rows: readonly Settled[]): Problem | null => {
    const settled = new Set<string>();
    const started = new Map(intents.all(stream).map(({ callId, microUsd }) => [callId, microUsd]));
    for (const row of rows) {
      if (row.call_id === TIME) continue;
      settled.add(row.call_id);
      const cost = paid.get(row.call_id)?.cost;
      if (!cost) {
        // What was reserved at the end of a session, or of one that was forked, is counted without a cost.
        if (started.has(row.call_id)) continue;
        return problem(
          'settlements',
          `call ${row.call_id}`,
          `No event accounts for what call ${row.call_id} is said to have cost.`,
        );
      }
      const tokens = (cost.input_tokens ?? 0) + (cost.output_tokens ?? 0);
      const microUsd = cost.micro_usd ?? 0;
      if (row.micro_usd !== microUsd)
        return differs('settlements', `call ${row.call_id}`, 'micro_usd', microUsd, row.micro_usd);
      if (row.tokens !== tokens)
        return differs('settlements', `call ${row.call_id}`, 'tokens', tokens, row.tokens);
    }
    const first = firstKept.get(stream);
    for (const [callId, { seq, cost }] of paid) {
      if (!cost.micro_usd || !started.get(callId) || settled.has(callId) || !first || seq < first) continue;
      return problem(
        'settlements',
        `call ${callId}`,
        `What call ${callId} cost is not counted in the budgets.`,
      );
    }
    return null;
  };

  const checkSums = (rows: readonly Settled[]): Problem | null => {
    for (const scope of ['day', 'project'] as const) {
      for (const key of new Set(rows.map((row) => row[scope]))) {
        const expected = sums[scope].get({ key }) ?? NOTHING;
        const actual = spent.get(scope, key) ?? NOTHING;
        for (const column of ['micro_usd', 'tokens', 'ms'] as const) {
          if (expected[column] === actual[column]) continue;
          return differs('spendings', `${scope} ${key}`, column, expected[column], actual[column]);
        }
      }
    }
    return null;
  };

  // One transaction: a session that runs on changes nothing between two looks.
  return database.transaction((stream: string): Problem | null => {
    const refolded = refold(stream);
    const rows = settlements.all(stream);
    return checkCosts(stream, refolded) ?? checkSettlements(stream, refolded, rows) ?? checkSums(rows);
  });
};

const NOTHING: Sum = { micro_usd: 0, tokens: 0, ms: 0 };

const differing = (expected: StoredCost, actual: StoredCost): keyof StoredCost | undefined =>
  (Object.keys(expected) as (keyof StoredCost)[]).find((column) => expected[column] !== actual[column]);

const problem = (table: Problem['table'], row: string, message: string): Problem => ({ table, row, message });

const differs = (
  table: Problem['table'],
  row: string,
  column: string,
  expected: unknown,
  actual: unknown,
): Problem =>
  problem(
    table,
    row,
    `${column} of ${row} is ${JSON.stringify(actual)}; by the events it is ${JSON.stringify(expected)}.`,
  );
