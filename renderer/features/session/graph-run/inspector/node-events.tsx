import { useState } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { explainError } from '../../../../state/index.ts';
import { Button, Problem, Skeleton } from '../../../../ui/index.ts';
import { EventRow } from '../../inspector/events-panel.tsx';
import { useRunBasics } from '../graph-run-context.tsx';
import styles from './node.module.css';
import { useNodeLog } from './use-node-log.tsx';

/** The events of one node, newest first; each opens to its data. */
export const NodeEvents = ({ node }: { readonly node: NodeRun }) => {
  const { select } = useRunBasics();
  const { log, readOn } = useNodeLog(node);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <section className={styles.events} aria-label={`Events of ${node.title}, newest first`}>
      <p className={styles.eventsHead}>
        <span>Events of {node.title}</span>
        <Button size="small" onClick={() => select(null)}>
          All events
        </Button>
      </p>
      {log.kind === 'loading' && <Skeleton lines={4} label="Reading the log" />}
      {log.kind === 'failed' && <Problem {...explainError(log.error)} />}
      {log.kind === 'ready' &&
        log.value.events
          .toReversed()
          .map((event) => (
            <EventRow
              key={event.seq}
              event={event}
              open={open === event.seq}
              onToggle={() => setOpen(open === event.seq ? null : event.seq)}
            />
          ))}
      {log.kind === 'ready' && log.value.events.length === 0 && (
        <p className={styles.text}>Nothing has happened to it yet.</p>
      )}
      {readOn !== null && (
        <Button size="small" onClick={readOn}>
          Look further in the log
        </Button>
      )}
    </section>
  );
};
