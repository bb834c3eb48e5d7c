import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { RunEvent } from '../../../../core/contract/index.ts';
import { exactMoment, Skeleton } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { createEventPages } from './event-pages.ts';
import { eventSummary } from './event-summary.ts';
import styles from './inspector.module.css';

/** The log itself, newest first; each event opens to its data. */
export const EventsPanel = () => {
  const { feed, view } = useSession();
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const pages = useMemo(() => createEventPages((after, limit) => feed.events(after, limit)), [feed]);
  const version = useSyncExternalStore(pages.subscribe, pages.version);
  const count = view.last_seq;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => holder,
    estimateSize: () => 30,
    getItemKey: (index) => count - index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const newest = count - (items[0]?.index ?? 0);
  const oldest = count - (items.at(-1)?.index ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came may leave another one missing
  useEffect(() => {
    if (count > 0) pages.want(oldest, newest, count);
  }, [pages, newest, oldest, count, version]);
  const toggle = useCallback((seq: number) => setOpen((current) => (current === seq ? null : seq)), []);
  return (
    <section
      ref={setHolder}
      className={styles.events}
      aria-label="Events, newest first"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <div className="virtual-rows" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const seq = count - item.index;
          const event = pages.get(seq);
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="virtual-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {event === undefined ? (
                <div className={styles.eventRow}>
                  <span className={styles.eventSeq}>{seq}</span>
                </div>
              ) : (
                <EventRow event={event} open={open === seq} onToggle={() => toggle(seq)} />
              )}
            </div>
          );
        })}
      </div>
      {count === 0 && <Skeleton lines={3} />}
    </section>
  );
};

interface EventRowProps {
  readonly event: RunEvent;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One event; opens to its data. */
export const EventRow = ({ event, open, onToggle }: EventRowProps) => (
  <>
    <button
      type="button"
      className={styles.eventRow}
      aria-expanded={open}
      onClick={onToggle}
      title={exactMoment(event.at)}
    >
      <span className={styles.eventSeq}>{event.seq}</span>
      <span className={styles.eventType}>{event.type}</span>
      <span className={styles.eventNote}>{eventSummary(event)}</span>
    </button>
    {open && (
      <pre className={styles.eventData}>
        {JSON.stringify(
          { at: event.at, version: event.version, data: event.data, hash: event.hash },
          null,
          2,
        )}
      </pre>
    )}
  </>
);
