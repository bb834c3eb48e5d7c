import { useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '../class-names.ts';
import styles from './canvas.module.css';
import { type SheetWire, wirePaths } from './wire-paths.ts';

interface WireSheetProps {
  readonly wires: readonly SheetWire[];
  /** For looking from afar. */
  readonly bold: boolean;
}

/** Many wires as a few paths; what is to be pressed is drawn besides, as a wire of its own. */
export const WireSheet = memo(({ wires, bold }: WireSheetProps) => {
  const canvas = useStore((state) => state.domNode);
  // The library's own portal looks for its place anew at each step of a move, in all cards.
  const holder = useMemo(() => canvas?.querySelector('.react-flow__viewport-portal'), [canvas]);
  const paths = useMemo(() => wirePaths(wires), [wires]);
  if (holder == null) return null;
  return createPortal(
    <svg className={styles.sheet} data-bold={bold} aria-hidden="true" width="1" height="1">
      {paths.map(({ key, tone, path }) => (
        <path key={key} d={path} className={classNames(styles.wire, styles[`tone-${tone}`])} />
      ))}
    </svg>,
    holder,
  );
});
