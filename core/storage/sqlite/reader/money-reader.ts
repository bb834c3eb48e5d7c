import type Database from 'better-sqlite3';
import type { CostDimension } from '../../../contract/index.ts';
import type { Amounts, CostCall, CostQuery, CostRow, Spending } from '../../reservations.ts';

export interface MoneyReader {
  spending(scope: 'day' | 'project', key: string): Spending;
  keys(scope: 'day' | 'project'): readonly string[];
  reserved(): number;
  costs(query: CostQuery): readonly CostRow[];
  calls(query: CostQuery): readonly CostCall[];
}

/** The value of a dimension; days and hours in local time. */
const KEYS = {
  provider: 'provider',
  model: 'model',
  agent: 'agent',
  session: 'costs.session_id',
  project: 'costs.project',
  day: `strftime('%Y-%m-%d', at / 1000, 'unixepoch', 'localtime')`,
  hour: `strftime('%Y-%m-%dT%H', at / 1000, 'unixepoch', 'localtime')`,
} as const satisfies Record<CostDimension, string>;

interface GroupRow {
  readonly key: string;
  readonly label: string;
  readonly micro_usd: number;
  readonly calls: number;
  readonly unknown_calls: number;
  readonly estimated_calls: number;
  readonly cached_calls: number;
  readonly input: number;
  readonly output: number;
  readonly cached_read: number;
  readonly cached_write: number;
  readonly reasoning: number;
}

const NOTHING: Amounts = { microUsd: 0, tokens: 0, ms: 0 };

export const openMoneyReader = (database: Database.Database): MoneyReader => {
  const spent = database.prepare<[string, string], Amounts>(
    'SELECT micro_usd AS microUsd, tokens, ms FROM spendings WHERE scope = ? AND key = ?',
  );
  const sum = (column: 'day' | 'project') =>
    database.prepare<[string], Amounts>(
      `SELECT coalesce(sum(micro_usd), 0) AS microUsd, coalesce(sum(tokens), 0) AS tokens,
         coalesce(sum(ms), 0) AS ms
       FROM reservations WHERE ${column} = ?`,
    );
  const reservedOf = { day: sum('day'), project: sum('project') };
  const keysOf = (column: 'day' | 'project') =>
    database
      .prepare<[string], string>(
        `SELECT key FROM spendings WHERE scope = ? UNION SELECT ${column} FROM reservations ORDER BY 1`,
      )
      .pluck();
  const keys = { day: keysOf('day'), project: keysOf('project') };
  const reserved = database
    .prepare<[], number>('SELECT coalesce(sum(micro_usd), 0) FROM reservations')
    .pluck();
  /** Spending and reservations of one moment. */
  const both = database.transaction(
    (scope: 'day' | 'project', key: string): Spending => ({
      spent: spent.get(scope, key) ?? NOTHING,
      reserved: reservedOf[scope].get(key) ?? NOTHING,
    }),
  );

  return {
    spending: (scope, key) => both(scope, key),
    keys: (scope) => keys[scope].all(scope),
    reserved: () => reserved.get() ?? 0,
    costs: ({ by, from, to }) => {
      const key = KEYS[by];
      const label = by === 'session' ? `coalesce(nullif(max(cost_marks.name), ''), ${key})` : key;
      const rows = database
        .prepare<[{ from: number | null; to: number | null }], GroupRow>(
          `SELECT ${key} AS key, ${label} AS label, coalesce(sum(micro_usd), 0) AS micro_usd,
             count(*) AS calls, sum(micro_usd IS NULL) AS unknown_calls,
             sum(estimated) AS estimated_calls, sum(cached) AS cached_calls,
             sum(input) AS input, sum(output) AS output, sum(cached_read) AS cached_read,
             sum(cached_write) AS cached_write, sum(reasoning) AS reasoning
           FROM costs JOIN cost_marks USING (session_id)
           WHERE (@from IS NULL OR at >= @from) AND (@to IS NULL OR at < @to)
           GROUP BY 1 ORDER BY micro_usd DESC, key`,
        )
        .all({ from, to });
      return rows.map(toCostRow);
    },
    calls: ({ by, from, to }) => {
      const label = by === 'session' ? `coalesce(nullif(cost_marks.name, ''), ${KEYS[by]})` : KEYS[by];
      return database
        .prepare<[{ from: number | null; to: number | null }], CallRow>(
          `SELECT ${KEYS[by]} AS key, ${label} AS label, costs.* FROM costs JOIN cost_marks USING (session_id)
           WHERE (@from IS NULL OR at >= @from) AND (@to IS NULL OR at < @to) ORDER BY at`,
        )
        .all({ from, to })
        .map(toCostCall);
    },
  };
};

const toCostRow = ({
  micro_usd: microUsd,
  input,
  output,
  cached_read,
  cached_write,
  reasoning,
  ...rest
}: GroupRow): CostRow => ({
  ...rest,
  microUsd,
  tokens: { input, output, cached_read, cached_write, reasoning },
});

interface CallRow {
  readonly key: string;
  readonly label: string;
  readonly model: string;
  readonly micro_usd: number | null;
  readonly price_table: string | null;
  readonly estimated: number;
  readonly cached: number;
  readonly input: number;
  readonly output: number;
  readonly cached_read: number;
  readonly cached_write: number;
  readonly reasoning: number;
}

const toCostCall = (row: CallRow): CostCall => {
  const { key, label, model, input, output, cached_read, cached_write, reasoning } = row;
  return {
    key,
    label,
    model,
    microUsd: row.micro_usd,
    priceTable: row.price_table,
    estimated: row.estimated === 1,
    cached: row.cached === 1,
    usage: { input, output, cached_read, cached_write, reasoning },
  };
};
