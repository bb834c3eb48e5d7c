import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { NodeRun } from '../../../../core/contract/index.ts';
import { useGraphRun } from './graph-run-context.tsx';

interface NodeRows<Row> {
  readonly rows: readonly Row[];
  /** What scrolls; null until it is there. */
  readonly holder: HTMLElement | null;
  /** In pixels. */
  readonly rowHeight: number;
  /** Of what stays in sight above the rows, in pixels. */
  readonly headHeight?: number;
}

/** Nodes below each other, drawn where they are in view; a node that is selected anywhere comes into view. */
export const useNodeRows = <Row extends { readonly node: NodeRun }>({
  rows,
  holder,
  rowHeight,
  headHeight = 0,
}: NodeRows<Row>) => {
  const { selected } = useGraphRun();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => holder,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.node.id ?? index,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 10,
  });
  /** Of the selected node; -1 when it has no row. */
  const place = rows.findIndex(({ node }) => node.id === selected?.id);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (selected?.id === shown.current) return;
    shown.current = selected?.id ?? null;
    if (place >= 0) virtualizer.scrollToIndex(place, { align: 'auto' });
  }, [selected?.id, place, virtualizer]);
  /** The row that an arrow key leads to; undefined for other keys and beyond the ends. */
  const rowBeside = (event: KeyboardEvent): Row | undefined => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return undefined;
    event.preventDefault();
    return rows[place < 0 ? 0 : place + step];
  };
  return { virtualizer, place, rowBeside };
};
