export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const GAP = { column: 80, row: 32 } as const;
const STEP = 8;
/** Times that the order within columns is mended, there and back. */
const SWEEPS = 4;

interface Item extends Box {
  column: number;
  /** Middle, from the top. */
  y: number;
  readonly before: Item[];
  readonly behind: Item[];
}

/**
 * Columns by the longest way from a start; within a column whoever is connected stands beside each other. A run
 * grows while it is looked at: what it looks like is known at once, and the same for the same graph. After Sugiyama,
 * Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981. Cycles end in the
 * first column. Linear in boxes and lines but for the sorting.
 */
export const levelLayout = (boxes: readonly Box[], lines: readonly Line[]): Places => {
  const items = new Map<string, Item>(
    boxes.map((box) => [box.id, { ...box, column: 0, y: 0, before: [], behind: [] }]),
  );
  for (const { from, to } of lines) {
    const [left, right] = [items.get(from), items.get(to)];
    if (!left || !right || left === right) continue;
    left.behind.push(right);
    right.before.push(left);
  }
  const columns = columnsOf([...items.values()]);
  for (const column of columns) stack(column);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of columns) settle(column, ({ before }) => before);
    for (const column of columns.toReversed()) settle(column, ({ behind }) => behind);
  }
  for (const column of columns) settle(column, ({ before }) => before);
  return corners(columns);
};

const columnsOf = (items: readonly Item[]): readonly Item[][] => {
  const waiting = new Map(items.map((item) => [item, item.before.length]));
  const ready = items.filter(({ before }) => before.length === 0);
  for (let index = 0; index < ready.length; index += 1) {
    const item = ready[index] as Item;
    for (const next of item.behind) {
      next.column = Math.max(next.column, item.column + 1);
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  const reached = new Set(ready);
  const columns: Item[][] = [];
  for (const item of items) {
    if (!reached.has(item)) item.column = 0;
    while (columns.length <= item.column) columns.push([]);
    columns[item.column]?.push(item);
  }
  return columns;
};

/** One below the other, around the middle. */
const stack = (column: readonly Item[]): void => {
  const whole = column.reduce((sum, { height }) => sum + height + GAP.row, -GAP.row);
  let top = -whole / 2;
  for (const item of column) {
    item.y = top + item.height / 2;
    top += item.height + GAP.row;
  }
};

/** Everyone beside the middle of those it is connected with, as far as nobody stands there. */
const settle = (column: Item[], others: (item: Item) => readonly Item[]): void => {
  const wished = new Map(column.map((item) => [item, middleOf(others(item)) ?? item.y]));
  const wishOf = (item: Item): number => wished.get(item) ?? item.y;
  column.sort((left, right) => wishOf(left) - wishOf(right));
  let [bottom, off] = [Number.NEGATIVE_INFINITY, 0];
  for (const item of column) {
    item.y = Math.max(wishOf(item), bottom + GAP.row + item.height / 2);
    bottom = item.y + item.height / 2;
    off += item.y - wishOf(item);
  }
  for (const item of column) item.y -= off / column.length;
};

const middleOf = (items: readonly Item[]): number | undefined =>
  items.length === 0 ? undefined : items.reduce((sum, { y }) => sum + y, 0) / items.length;

const corners = (columns: readonly (readonly Item[])[]): Places => {
  const all = columns.flat();
  const top = Math.min(...all.map(({ y, height }) => y - height / 2));
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  let x = 0;
  for (const column of columns) {
    for (const { id, y, height } of column) {
      places.set(id, { x: snapped(x), y: snapped(y - height / 2 - top) });
    }
    x += Math.max(0, ...column.map(({ width }) => width)) + GAP.column;
  }
  return places;
};

const snapped = (value: number): number => Math.round(value / STEP) * STEP;
