import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { classNames } from '../class-names.ts';
import styles from './canvas.module.css';
import { type SheetWire, wirePaths } from './wire-paths.ts';

/** Many wires as a few paths, for looking from afar: there a wire is neither pressed nor read. */
export const WireSheet = memo(({ wires }: { readonly wires: readonly SheetWire[] }) => {
  const paths = useMemo(() => [...wirePaths(wires)], [wires]);
  return (
    <ViewportPortal>
      <svg className={styles.sheet} aria-hidden="true" width="1" height="1">
        {paths.map(([tone, path]) => (
          <path key={tone} d={path} className={classNames(styles.wire, styles[`tone-${tone}`])} />
        ))}
      </svg>
    </ViewportPortal>
  );
});
