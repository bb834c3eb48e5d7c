import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Arrangement, entryKey, estimateRowHeight, type Row, sameRow } from '../../../state/index.ts';
import { Button, plural } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { LaneHeads } from './lane-heads.tsx';
import { RowView, type RowViewProps } from './row-view.tsx';
import styles from './transcript.module.css';

/** What the rest of the screen asks of the transcript. */
export interface TranscriptHandle {
  /** Brings a turn into view. */
  readonly reveal: (key: string, focus: boolean) => void;
  readonly revealRow: (row: number) => void;
  /** The first row in view. */
  readonly firstRow: () => number;
  readonly toEnd: () => void;
}

interface TranscriptProps {
  readonly initialKey: string | null;
  readonly onHandle: (handle: TranscriptHandle) => void;
}

/** Near enough to the end to be taken along, in pixels. */
const FOLLOW_WITHIN = 60;
const LANE_WIDTH = 260;

export const Transcript = ({ initialKey, onHandle }: TranscriptProps) => {
  const { feed, view, rows, places, arrangement, looks, selected, select } = useSession();
  const scroller = useRef<HTMLElement>(null);
  const laneNames = useLaneNames(rows, looks);
  const lanes = arrangement === 'lanes' ? laneNames.length : 1;
  const live = view.ended === null;
  const width = useWidth(scroller);
  const estimates = useMemo(
    () => rows.map((row) => estimateRowHeight(row, width, laneNames.length)),
    [rows, width, laneNames.length],
  );

  const virtualizer = useVirtualizer<HTMLElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => estimates[index] ?? 0,
    overscan: 3,
    paddingStart: arrangement === 'lanes' ? 44 : 12,
    paddingEnd: 28,
    scrollPaddingStart: 56,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: FOLLOW_WITHIN,
    useFlushSync: false,
  });
  const positions = useMemo(() => {
    const first = new Map<number, number>();
    for (const [index, { row }] of places.entries()) if (!first.has(row)) first.set(row, index);
    return first;
  }, [places]);
  const latest = useRef({ rows, places });
  latest.current = { rows, places };

  const items = virtualizer.getVirtualItems();
  useWantedTurns(items, rows, feed.pages.want, view.turns.length);

  const handle = useMemo((): TranscriptHandle => {
    const revealRow = (row: number) => virtualizer.scrollToIndex(row, { align: 'start' });
    return {
      revealRow,
      reveal: (key, focus) => {
        const place = latest.current.places.find((one) => one.key === key);
        if (place === undefined) return;
        virtualizer.scrollToIndex(place.row, { align: 'auto' });
        if (focus) focusTurn(scroller.current, key);
      },
      firstRow: () => virtualizer.getVirtualItemForOffset((virtualizer.scrollOffset ?? 0) + 60)?.index ?? 0,
      toEnd: () => virtualizer.scrollToEnd(),
    };
  }, [virtualizer]);
  useEffect(() => onHandle(handle), [handle, onHandle]);

  // A live session is entered at its end, a link at its turn, an ended session at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the screen is entered
  useLayoutEffect(() => {
    if (initialKey !== null) {
      const place = places.find(({ key }) => key === initialKey);
      if (place !== undefined) virtualizer.scrollToIndex(place.row, { align: 'start' });
    } else if (live) {
      virtualizer.scrollToEnd();
    }
  }, []);

  const { atEnd, unseen, missed } = useFollowing(scroller, {
    count: places.length,
    ended: !live,
    startsAtEnd: live && initialKey === null,
    arrangement,
    toEnd: handle.toEnd,
  });
  useSelectionByClick(scroller, select);

  return (
    <div className={styles.holder}>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label="Transcript"
        aria-busy={view.running.length > 0}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div
          className={styles.sizer}
          style={{
            height: virtualizer.getTotalSize(),
            ...(lanes > 1 && { minWidth: laneNames.length * LANE_WIDTH + 48 }),
          }}
        >
          {arrangement === 'lanes' && <LaneHeads names={laneNames} />}
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={styles.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <MemoRow
                  row={row}
                  position={(positions.get(item.index) ?? 0) + 1}
                  count={places.length}
                  laneNames={arrangement === 'lanes' ? laneNames : null}
                  selectedKey={selectedIn(row, selected?.key)}
                />
              </div>
            );
          })}
        </div>
      </section>
      {(live || missed) && !atEnd && (
        <div className={styles.jump}>
          <Button
            className={styles.jumpButton}
            icon={<ArrowDown size={14} aria-hidden="true" />}
            onClick={handle.toEnd}
          >
            {unseen > 0
              ? `${unseen} new`
              : view.running.length > 0
                ? `${plural(view.running.length, 'agent')} speaking`
                : 'To the end'}
          </Button>
        </div>
      )}
    </div>
  );
};

const MemoRow = memo(
  (props: RowViewProps) => <RowView {...props} />,
  (before, after) =>
    before.selectedKey === after.selectedKey &&
    before.laneNames === after.laneNames &&
    before.position === after.position &&
    (before.count === after.count || !holdsTurns(after.row)) &&
    sameRow(before.row, after.row),
);

const holdsTurns = (row: Row): boolean => row.kind === 'turn' || row.kind === 'abreast';

const selectedIn = (row: Row, key: string | undefined): string | null => {
  if (key === undefined) return null;
  if (row.kind === 'turn') return entryKey(row.entry) === key ? key : null;
  if (row.kind === 'abreast') return row.entries.some((entry) => entryKey(entry) === key) ? key : null;
  return null;
};

/** Everybody who spoke or speaks has a lane. The same list as long as nobody new comes. */
const useLaneNames = (rows: readonly Row[], looks: ReadonlyMap<string, unknown>): readonly string[] => {
  const kept = useRef<readonly string[]>([]);
  const names = useMemo(() => {
    const speaking = new Set<string>();
    for (const row of rows) {
      if (row.kind === 'abreast') for (const entry of row.entries) speaking.add(entry.agent);
      if (row.kind === 'turn') speaking.add(row.entry.agent);
    }
    return [...looks.keys()].filter((name) => speaking.has(name));
  }, [rows, looks]);
  if (names.join() !== kept.current.join()) kept.current = names;
  return kept.current;
};

const WIDTH_STEP = 40;

/** The width in steps: reading it anew for each row would make the browser lay out anew for each row. */
const useWidth = (scroller: React.RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width / WIDTH_STEP) * WIDTH_STEP);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return width;
};

/** Asks for the texts of the turns in view. */
const useWantedTurns = (
  items: readonly VirtualItem[],
  rows: readonly Row[],
  want: (first: number, last: number, end: number) => void,
  finished: number,
) => {
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (first === undefined || last === undefined) return;
    for (let index = first; index <= last; index += 1) {
      const row = rows[index];
      const entries = row?.kind === 'turn' ? [row.entry] : row?.kind === 'abreast' ? row.entries : [];
      for (const entry of entries) {
        if (entry.kind === 'finished') want(entry.header.index, entry.header.index, finished);
      }
    }
  }, [first, last, rows, want, finished]);
};

interface Following {
  /** Turns there are. */
  readonly count: number;
  readonly ended: boolean;
  readonly startsAtEnd: boolean;
  readonly arrangement: Arrangement;
  readonly toEnd: () => void;
}

/**
 * Whether the reader is at the end, and what has come since he left it. He stays there when the width or the
 * arrangement changes, and when rows grow that stood there already.
 */
const useFollowing = (
  scroller: React.RefObject<HTMLElement | null>,
  { count, ended, startsAtEnd, arrangement, toEnd }: Following,
) => {
  const [atEnd, setAtEnd] = useState(startsAtEnd);
  const isAtEnd = useRef(startsAtEnd);
  const lastTop = useRef(0);
  const now = useRef({ count, ended });
  now.current = { count, ended };
  const seen = useRef(now.current);
  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const isWithin = scrollHeight - scrollTop - clientHeight <= FOLLOW_WITHIN;
    const wentUp = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    // One leaves the end by going up; otherwise it is the end that has moved.
    if (isAtEnd.current && !isWithin && !wentUp) return toEnd();
    isAtEnd.current = isWithin;
    if (isAtEnd.current) seen.current = now.current;
    setAtEnd(isAtEnd.current);
  }, [scroller, toEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows arranged in another way have other places
  useLayoutEffect(() => {
    if (!isAtEnd.current) return;
    lastTop.current = 0;
    toEnd();
  }, [arrangement]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again once what came has been followed
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [look, count, ended]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // Told of a new size before the scrolling that it causes, and once at the beginning.
    let known: number | null = null;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width } = element;
      const isNarrowedOrWidened = known !== null && known !== width;
      known = width;
      if (isNarrowedOrWidened && isAtEnd.current) toEnd();
      else look();
    });
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, look, toEnd]);
  const unseen = count - seen.current.count;
  return { atEnd, unseen, missed: unseen > 0 || ended !== seen.current.ended };
};

/** One listener for all rows; a click that ends a text selection selects no turn. */
const useSelectionByClick = (
  scroller: React.RefObject<HTMLElement | null>,
  select: (key: string | null) => void,
) => {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onClick = (event: MouseEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest('a, button, summary') !== null || getSelection()?.isCollapsed === false) return;
      const key = target.closest<HTMLElement>('[data-turn]')?.dataset['turn'];
      if (key !== undefined) select(key);
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [scroller, select]);
};

/** The row may be drawn only after the next frames. */
const focusTurn = (scroller: HTMLElement | null, key: string, tries = 8): void => {
  const turn = scroller?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(key)}"]`);
  if (turn) turn.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusTurn(scroller, key, tries - 1));
};
