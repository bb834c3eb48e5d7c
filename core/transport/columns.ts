type Row = Readonly<Record<string, unknown>>;

/** Rows of one shape, column by column: their names are said once, and no reader walks through each of them. */
export interface Columns {
  readonly count: number;
  /** Members that every row has. */
  readonly whole: Readonly<Record<string, readonly unknown[]>>;
  /** Members that only some have, with the places of these rows. */
  readonly sparse: Readonly<Record<string, readonly (readonly [row: number, value: unknown])[]>>;
}

export const columnsOf = (rows: readonly Row[]): Columns => {
  const owners = new Map<string, number>();
  for (const row of rows) {
    for (const name of Object.keys(row))
      if (row[name] !== undefined) owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  const whole: Record<string, unknown[]> = {};
  const sparse: Record<string, [number, unknown][]> = {};
  for (const [name, count] of owners) {
    if (count === rows.length) whole[name] = rows.map((row) => row[name]);
    else sparse[name] = rows.flatMap((row, index) => (row[name] === undefined ? [] : [[index, row[name]]]));
  }
  return { count: rows.length, whole, sparse };
};

/** The rows again; members may stand in another order. */
export const rowsOf = ({ count, whole, sparse }: Columns): readonly Row[] => {
  const names = Object.keys(whole);
  const rows = Array.from({ length: count }, (_, index) => {
    const row: Record<string, unknown> = {};
    for (const name of names) row[name] = whole[name]?.[index];
    return row;
  });
  for (const [name, entries] of Object.entries(sparse)) {
    for (const [index, value] of entries) {
      const row = rows[index];
      if (row) row[name] = value;
    }
  }
  return rows;
};
