// biome-ignore-all lint/a11y/useSemanticElements: the virtual list places the rows, which a <table> cannot hold
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CostGroup } from '../../../core/contract/index.ts';
import { hrefOf } from '../../state/index.ts';
import { classNames, exactCount, exactMoney, formatCount } from '../../ui/index.ts';
import { dimensionWords, isUnknown, spentWords, type TableDimension, unknownWords } from './cost-words.ts';
import styles from './costs.module.css';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});
const helper = createColumnHelper<typeof features, CostGroup>();

const countColumn = (id: string, header: string, count: (group: CostGroup) => number) =>
  helper.accessor(count, {
    id,
    header,
    sortFn: 'basic',
    sortDescFirst: true,
    cell: ({ getValue }) => <span title={exactCount(getValue())}>{formatCount(getValue())}</span>,
  });

const columnsFor = (by: TableDimension, most: number) =>
  helper.columns([
    helper.accessor('label', {
      header: dimensionWords[by],
      sortFn: 'alphanumeric',
      sortDescFirst: by === 'day',
      cell: ({ row, getValue }) =>
        by === 'session' ? (
          <a href={hrefOf({ screen: 'session', id: row.original.key, taskId: null })}>{getValue()}</a>
        ) : (
          <span title={row.original.key}>{getValue()}</span>
        ),
    }),
    // What nobody knows stands below what is known to have cost nothing.
    helper.accessor((group) => (isUnknown(group) ? -1 : group.usd), {
      id: 'usd',
      header: 'Cost',
      sortFn: 'basic',
      sortDescFirst: true,
      cell: ({ row }) => (
        <span title={unknownWords(row.original) ?? exactMoney(row.original.usd)}>
          {spentWords(row.original)}
        </span>
      ),
    }),
    helper.display({
      id: 'share',
      header: 'Share',
      enableSorting: false,
      cell: ({ row }) => (
        <span className={styles.shareTrack} aria-hidden="true">
          <span
            className={styles.shareFill}
            style={{ width: `${most === 0 ? 0 : (row.original.usd / most) * 100}%` }}
          />
        </span>
      ),
    }),
    countColumn('calls', 'Calls', ({ calls }) => calls),
    countColumn('input', 'Read', ({ tokens }) => tokens.input),
    countColumn('output', 'Written', ({ tokens }) => tokens.output),
    countColumn('cached', 'Cached', ({ tokens }) => tokens.cached_read),
    countColumn('reasoning', 'Reasoning', ({ tokens }) => tokens.reasoning),
  ]);

interface CostTableProps {
  readonly by: TableDimension;
  readonly groups: readonly CostGroup[];
}

const ROW = 36;

/** Groups with what they cost; a head sorts by its column, by mouse or with Enter. */
export const CostTable = ({ by, groups }: CostTableProps) => {
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const columns = useMemo(() => {
    const most = Math.max(0, ...groups.map(({ usd }) => usd));
    return columnsFor(by, most);
  }, [by, groups]);
  const table = useTable({
    features,
    columns,
    data: groups as CostGroup[],
    getRowId: (group) => group.key,
    enableMultiSort: false,
    enableSortingRemoval: false,
    initialState: { sorting: [by === 'day' ? { id: 'label', desc: true } : { id: 'usd', desc: true }] },
  });
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => holder,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  return (
    <section
      ref={setHolder}
      className={styles.table}
      aria-label={`Costs by ${by}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <div role="table" aria-label={`Costs by ${by}`} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className={styles.head}>
          {table.getHeaderGroups().map((group) => (
            <div key={group.id} role="row" tabIndex={-1} aria-rowindex={1} className={styles.row}>
              {group.headers.map(({ id, column }) => (
                <Head
                  key={id}
                  id={id}
                  label={String(column.columnDef.header)}
                  sorted={column.getIsSorted()}
                  onSort={
                    column.getCanSort() ? () => column.toggleSorting(nextDescending(column)) : undefined
                  }
                />
              ))}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                className={classNames(styles.row, styles.item)}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.getAllCells().map((cell) => (
                  <div
                    key={cell.id}
                    role={cell.column.id === 'label' ? 'rowheader' : 'cell'}
                    className={cellClass(cell.column.id)}
                  >
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
};

const nextDescending = (column: {
  readonly getIsSorted: () => false | 'asc' | 'desc';
  readonly columnDef: { readonly sortDescFirst?: boolean };
}): boolean => {
  const sorted = column.getIsSorted();
  return sorted === false ? column.columnDef.sortDescFirst === true : sorted === 'asc';
};

const cellClass = (id: string) =>
  classNames(styles.cell, id !== 'label' && id !== 'share' && styles.numeric, styles[`column-${id}`]);

interface HeadProps {
  readonly id: string;
  readonly label: string;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: (() => void) | undefined;
}

const Head = ({ id, label, sorted, onSort }: HeadProps) => {
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown;
  if (onSort === undefined)
    return (
      <div role="columnheader" tabIndex={-1} className={cellClass(id)}>
        <span className={id === 'share' ? 'visually-hidden' : undefined}>{label}</span>
      </div>
    );
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className={cellClass(id)}
    >
      <button type="button" className={styles.sort} onClick={onSort}>
        {label}
        {sorted !== false && <Arrow size={12} aria-hidden="true" />}
      </button>
    </div>
  );
};
