import { useVirtualizer } from '@tanstack/react-virtual';
import { Pin } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { leadingMeasure, phaseWord } from '../../../state/index.ts';
import { Avatar, Dialog, EmptyState, formatRatio } from '../../../ui/index.ts';
import { lookOf, useSession } from '../session-context.tsx';
import { type OutlineLine, outlineLines } from './outline-lines.ts';
import styles from './transcript.module.css';
import type { TranscriptHandle } from './transcript.tsx';

interface OutlineDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly handle: TranscriptHandle | null;
}

/** The session as a list of rounds and speakers, to jump by. */
export const OutlineDialog = ({ open, onClose, handle }: OutlineDialogProps) => (
  <Dialog open={open} onClose={onClose} title="Outline" wide>
    {open && <OutlineList onClose={onClose} handle={handle} />}
  </Dialog>
);

const OutlineList = ({ onClose, handle }: Omit<OutlineDialogProps, 'open'>) => {
  const { rows, pins, select } = useSession();
  const lines = useMemo(() => outlineLines(rows, pins), [rows, pins]);
  const [holder, setHolder] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => holder,
    estimateSize: () => 32,
    overscan: 8,
  });
  const go = (line: OutlineLine) => {
    onClose();
    setTimeout(() => {
      if (line.kind === 'turn') select(line.key, 'and-focus');
      else handle?.revealRow(line.row);
    }, 0);
  };
  if (lines.length === 0) {
    return (
      <EmptyState
        compact
        title="Nothing yet"
        text="Rounds and speakers are listed here once the first one begins."
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div ref={setHolder} className={styles.outline} onKeyDown={walk}>
      <div className={styles.sizer} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return line === undefined ? null : (
            <div
              key={item.key}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)`, padding: 0 }}
            >
              <OutlineRow line={line} focused={item.index === 0} onGo={() => go(line)} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

interface OutlineRowProps {
  readonly line: OutlineLine;
  /** Takes the focus when the outline opens. */
  readonly focused: boolean;
  readonly onGo: () => void;
}

const OutlineRow = ({ line, focused, onGo }: OutlineRowProps) => {
  const { looks } = useSession();
  if (line.kind === 'stage') {
    const measure = leadingMeasure(line.convergence);
    return (
      // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus when it opens
      <button type="button" className={styles.outlineRow} autoFocus={focused} onClick={onGo}>
        <strong>Round {line.stage.round}</strong> {phaseWord(line.stage.phase)}
        {measure !== undefined && <span className={styles.outlineNote}>{formatRatio(measure.value)}</span>}
      </button>
    );
  }
  const look = lookOf(looks, line.agent);
  return (
    <button type="button" className={`${styles.outlineRow} ${styles.outlineTurn}`} onClick={onGo}>
      <Avatar initials={look.initials} colour={look.colour} small />
      {line.agent}
      <span>{line.word}</span>
      {line.pinned && <Pin size={12} className={styles.pin} aria-label="pinned" />}
    </button>
  );
};

/** Arrow keys go from button to button. */
const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const current = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[Math.max(0, Math.min(buttons.length - 1, current + step))]?.focus();
};
