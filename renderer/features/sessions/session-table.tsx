// biome-ignore-all lint/a11y/useSemanticElements: the virtual list places the rows, which a <table> cannot hold
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { SessionSummary } from '../../../core/contract/index.ts';
import { describeSummary, goTo, modeWords, shortModel } from '../../state/index.ts';
import {
  Chip,
  classNames,
  exactCount,
  exactMoney,
  formatCount,
  formatMoney,
  RelativeTime,
  StateWord,
} from '../../ui/index.ts';
import styles from './sessions.module.css';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, SessionSummary>();
const columns = helper.columns([
  helper.display({
    id: 'state',
    header: 'State',
    cell: ({ row }) => <StateWord {...describeSummary(row.original)} />,
  }),
  helper.accessor('name', {
    header: 'Name',
    cell: ({ row }) => (
      <span className={styles.nameCell}>
        <span className={styles.name} dir="auto">
          {row.original.name}
        </span>
        <span className={styles.topic} dir="auto">
          {row.original.topic}
        </span>
      </span>
    ),
  }),
  helper.accessor('mode', {
    header: 'Mode',
    cell: ({ getValue }) => modeWords[getValue()].word.toLowerCase(),
  }),
  helper.accessor('models', {
    header: 'Models',
    cell: ({ getValue, row }) => (
      <span className={styles.models} title={getValue().join(', ')}>
        {getValue().map(shortModel).join(', ')}
        {row.original.stub && <Chip tone="recorded">stub</Chip>}
      </span>
    ),
  }),
  helper.accessor('turns', { header: 'Turns', cell: ({ getValue }) => exactCount(getValue()) }),
  helper.display({
    id: 'tokens',
    header: 'Tokens',
    cell: ({ row }) => {
      const { input, output } = row.original.totals.tokens;
      return (
        <span title={`${exactCount(input)} read, ${exactCount(output)} written`}>
          {formatCount(input + output)}
        </span>
      );
    },
  }),
  helper.display({
    id: 'cost',
    header: 'Cost',
    cell: ({ row }) => (
      <span title={exactMoney(row.original.totals.usd)}>{formatMoney(row.original.totals.usd)}</span>
    ),
  }),
  helper.accessor('created_at', {
    header: 'Begun',
    cell: ({ getValue }) => <RelativeTime at={getValue()} />,
  }),
]);
const numeric = new Set(['turns', 'tokens', 'cost', 'created_at']);

interface SessionTableProps {
  readonly items: readonly SessionSummary[];
  readonly total: number;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** The last rows are in view. */
  readonly onEnd: () => void;
}

const ROW = 44;

/** Arrow keys walk the rows and the preview follows; Enter opens. */
export const SessionTable = ({ items, total, selectedId, onSelect, onEnd }: SessionTableProps) => {
  const [holder, setHolder] = useState<HTMLDivElement | null>(null);
  const table = useTable({
    features,
    columns,
    data: items as SessionSummary[],
    getRowId: (session) => session.id,
  });
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => holder,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollPaddingStart: 36,
  });
  const visible = virtualizer.getVirtualItems();
  const last = visible.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= items.length - 20 && items.length > 0) onEnd();
  }, [last, items.length, onEnd]);

  const focusNext = useRef(false);
  const selectedIndex = items.findIndex(({ id }) => id === selectedId);
  const go = (index: number) => {
    const target = items[Math.max(0, Math.min(items.length - 1, index))];
    if (target === undefined) return;
    focusNext.current = true;
    onSelect(target.id);
    virtualizer.scrollToIndex(Math.max(0, Math.min(items.length - 1, index)), { align: 'auto' });
  };
  useEffect(() => {
    if (!focusNext.current || selectedId === null) return;
    const row = holder?.querySelector<HTMLElement>(`[data-session="${CSS.escape(selectedId)}"]`);
    if (!row) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((holder?.clientHeight ?? ROW) / ROW) - 2);
    const steps: Record<string, number> = {
      ArrowDown: selectedIndex + 1,
      j: selectedIndex + 1,
      ArrowUp: selectedIndex - 1,
      k: selectedIndex - 1,
      PageDown: selectedIndex + page,
      PageUp: selectedIndex - page,
      Home: 0,
      End: items.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      go(next);
    } else if (event.key === 'Enter' && selectedId !== null) {
      event.preventDefault();
      goTo({ screen: 'session', id: selectedId, taskId: null });
    }
  };

  return (
    <div
      ref={setHolder}
      className={styles.table}
      role="grid"
      aria-label="Sessions"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
    >
      {table.getHeaderGroups().map((group) => (
        <div
          key={group.id}
          role="row"
          tabIndex={-1}
          aria-rowindex={1}
          className={classNames(styles.row, styles.head)}
        >
          {group.headers.map((header) => (
            <div
              key={header.id}
              role="columnheader"
              tabIndex={-1}
              className={classNames(
                styles.cell,
                styles[`column-${header.column.id}`],
                numeric.has(header.column.id) && styles.numeric,
              )}
            >
              <table.FlexRender header={header} />
            </div>
          ))}
        </div>
      ))}
      <div role="rowgroup" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {visible.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const isSelected = row.id === selectedId;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all rows
            <div
              key={item.key}
              role="row"
              data-session={row.id}
              aria-rowindex={item.index + 2}
              aria-selected={isSelected}
              tabIndex={isSelected ? 0 : -1}
              className={classNames(styles.row, styles.item, isSelected && styles.selected)}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => onSelect(row.id)}
              onDoubleClick={() => goTo({ screen: 'session', id: row.id, taskId: null })}
            >
              {row.getAllCells().map((cell) => (
                <div
                  key={cell.id}
                  role="gridcell"
                  tabIndex={-1}
                  className={classNames(
                    styles.cell,
                    styles[`column-${cell.column.id}`],
                    numeric.has(cell.column.id) && styles.numeric,
                  )}
                >
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
};
