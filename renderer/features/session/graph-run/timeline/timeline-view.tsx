import { ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type TimelineRow, timelineOf } from '../../../../../core/projections/index.ts';
import { describeNode } from '../../../../state/index.ts';
import {
  Button,
  classNames,
  EmptyState,
  exactMoment,
  formatDuration,
  IconButton,
  StateMark,
  useNow,
} from '../../../../ui/index.ts';
import { useSession } from '../../session-context.tsx';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import { useNodeRows } from '../use-node-rows.tsx';
import styles from './timeline.module.css';
import { offsetOf, stepZoom, type TimelineScale, timelineScale, timelineTicks } from './timeline-scale.ts';

const ROW = 28;
const HEAD = 30;
/** Room behind the last bar for what stands beside it, in pixels. */
const BESIDE = 96;

/** When each node waited and worked, one below the other; the chain that decided how long it took stands out. */
export const TimelineView = () => {
  const { view } = useSession();
  const { run, selected, critical } = useGraphRun();
  const { stands, select } = useRunBasics();
  const rows = useMemo(() => timelineOf(run.nodes, view.created_at), [run.nodes, view.created_at]);
  const now = useNow(stands ? null : 500);
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const [room, setRoom] = useState(600);
  const [zoom, setZoom] = useState(1);
  const from = view.created_at;
  const to = stands ? Math.max(view.last_at, from + 1) : Math.max(now, view.last_at, from + 1);
  const scale = timelineScale(from, to, room - BESIDE, zoom);
  const path = useMemo(() => new Set(critical?.nodes), [critical]);
  const window = useWindow(holder, setRoom);
  const { virtualizer, rowBeside } = useNodeRows({ rows, holder, rowHeight: ROW, headHeight: HEAD });
  useZoomWheel(holder, zoom, setZoom);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') setZoom(stepZoom(zoom, 1));
    if (event.key === '-') setZoom(stepZoom(zoom, -1));
    if (event.key === '0') setZoom(1);
    const next = rowBeside(event);
    if (next !== undefined) select(next.node.id);
  };
  if (rows.length === 0)
    return (
      <EmptyState compact title="Nothing has started yet" text="Each node that starts becomes a line here." />
    );
  return (
    <div className={styles.holder}>
      <div className={styles.tools}>
        <p className={styles.legend}>
          <span className={styles.keyWork} /> at work
          <span className={styles.keyWait} /> ready, and had to wait
          {critical !== null && (
            <>
              <span className={styles.keyPath} /> critical path
            </>
          )}
        </p>
        <IconButton
          label="Zoom out"
          keys="-"
          icon={<ZoomOut size={14} aria-hidden="true" />}
          disabled={zoom <= 1}
          onClick={() => setZoom(stepZoom(zoom, -1))}
        />
        <IconButton
          label="Zoom in"
          keys="+"
          icon={<ZoomIn size={14} aria-hidden="true" />}
          onClick={() => setZoom(stepZoom(zoom, 1))}
        />
        <Button size="small" disabled={zoom === 1} onClick={() => setZoom(1)}>
          Whole run
        </Button>
      </div>
      <section
        ref={setHolder}
        className={styles.scroller}
        aria-label="Timeline of the run"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div
          className={styles.sizer}
          style={{ height: virtualizer.getTotalSize(), width: scale.width + NAMES + BESIDE }}
        >
          <Axis scale={scale} left={window.left} right={window.right} />
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <Bar
                key={item.key}
                row={row}
                top={item.start}
                scale={scale}
                end={to}
                critical={path.has(row.node.id)}
                selected={row.node.id === selected?.id}
              />
            );
          })}
        </div>
      </section>
    </div>
  );
};

/** A wait that is shorter on the screen, in pixels, is no line. */
const LEAST_SEEN = 4;

/** Width of the names at the left, in pixels; the style sheet has the same. */
const NAMES = 200;

interface AxisProps {
  readonly scale: TimelineScale;
  readonly left: number;
  readonly right: number;
}

const Axis = ({ scale, left, right }: AxisProps) => (
  <div className={styles.axis} aria-hidden="true">
    <span className={styles.axisCorner} />
    {timelineTicks(scale, left, right).map((at) => (
      <span
        key={at}
        className={styles.tick}
        style={{ transform: `translateX(${NAMES + at * scale.pixelsPerMs}px)` }}
      >
        {at === 0 ? '0' : formatDuration(at)}
      </span>
    ))}
  </div>
);

interface BarProps {
  readonly row: TimelineRow;
  readonly top: number;
  readonly scale: TimelineScale;
  /** Where a bar ends that goes on, in milliseconds since the epoch. */
  readonly end: number;
  readonly critical: boolean;
  readonly selected: boolean;
}

const Bar = ({ row, top, scale, end, critical, selected }: BarProps) => {
  const { select } = useRunBasics();
  const { node, readyAt, startedAt } = row;
  const endedAt = row.endedAt ?? end;
  const state = describeNode(node);
  const [ready, start, stop] = [readyAt, startedAt, endedAt].map((at) => offsetOf(scale, at)) as [
    number,
    number,
    number,
  ];
  const waited = startedAt - readyAt;
  const says = `${state.word}, took ${formatDuration(endedAt - startedAt)}${waited > 0 ? `, waited ${formatDuration(waited)}` : ''}`;
  return (
    <button
      type="button"
      className={classNames(styles.row, selected && styles.selected)}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={-1}
      aria-label={`${node.title}, ${says}${critical ? ', on the critical path' : ''}`}
      title={`${says}; started ${exactMoment(startedAt)}`}
      onClick={() => select(node.id, 'node')}
    >
      <span className={styles.name}>
        <StateMark mark={state.mark} size={12} />
        <span className={classNames(styles.title, critical && styles.titleCritical)} dir="auto">
          {node.title}
        </span>
      </span>
      {start - ready >= LEAST_SEEN && (
        <span className={styles.wait} style={{ left: NAMES + ready, width: start - ready }} />
      )}
      <span
        className={classNames(styles.bar, critical && styles.critical)}
        data-mark={state.mark}
        style={{ left: NAMES + start, width: Math.max(3, stop - start) }}
      />
      <span className={styles.took} style={{ left: NAMES + Math.max(start + 3, stop) + 8 }}>
        {formatDuration(endedAt - startedAt)}
      </span>
    </button>
  );
};

/** What of the axis is in sight, in pixels from its left edge. */
const useWindow = (holder: HTMLElement | null, setRoom: (width: number) => void) => {
  const [window, setWindow] = useState({ left: 0, right: 2000 });
  useLayoutEffect(() => {
    if (holder === null) return;
    const look = () => {
      const left = Math.max(0, holder.scrollLeft - NAMES);
      setWindow((before) =>
        Math.abs(before.left - left) < 200 && before.right - before.left >= holder.clientWidth
          ? before
          : { left: Math.max(0, left - 200), right: left + holder.clientWidth + 400 },
      );
    };
    const observer = new ResizeObserver(() => {
      setRoom(Math.max(200, holder.clientWidth - NAMES));
      look();
    });
    observer.observe(holder);
    holder.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      holder.removeEventListener('scroll', look);
    };
  }, [holder, setRoom]);
  return window;
};

/** Ctrl and the wheel zoom about the pointer; the wheel alone scrolls. */
const useZoomWheel = (holder: HTMLElement | null, zoom: number, setZoom: (zoom: number) => void) => {
  useEffect(() => {
    if (holder === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const next = stepZoom(zoom, event.deltaY < 0 ? 1 : -1);
      const pointer = event.clientX - holder.getBoundingClientRect().left - NAMES;
      const at = holder.scrollLeft + pointer;
      setZoom(next);
      requestAnimationFrame(() => {
        holder.scrollLeft = (at * next) / zoom - pointer;
      });
    };
    holder.addEventListener('wheel', onWheel, { passive: false });
    return () => holder.removeEventListener('wheel', onWheel);
  }, [holder, zoom, setZoom]);
};
