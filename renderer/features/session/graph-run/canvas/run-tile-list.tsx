import { useVirtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import { describeNode } from '../../../../state/index.ts';
import { classNames, formatDuration, StateMark } from '../../../../ui/index.ts';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import styles from './canvas.module.css';

const ROW = 26;

/** The nodes of a group as lines, as many as are in sight. */
export const RunTileList = ({ id }: { readonly id: string }) => {
  const { tree, selected } = useGraphRun();
  const { select } = useRunBasics();
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const nodes = tree.children.get(id) ?? [];
  const virtualizer = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => holder,
    estimateSize: () => ROW,
    overscan: 4,
  });
  return (
    <div ref={setHolder} className={classNames(styles.tileList, 'nodrag', 'nopan', 'nowheel')}>
      <div className={styles.tileSizer} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const node = nodes[item.index];
          if (node === undefined) return null;
          const state = describeNode(node);
          return (
            <button
              key={node.id}
              type="button"
              className={classNames(styles.tileRow, selected?.id === node.id && styles.tileRowSelected)}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) => {
                event.stopPropagation();
                select(node.id, 'node');
              }}
            >
              <StateMark mark={state.mark} size={12} />
              <span className={styles.cut}>{node.title}</span>
              <span className={styles.tileWord}>{state.word}</span>
              <span className={styles.tileNumber}>
                {node.started_at !== null && node.ended_at !== null
                  ? formatDuration(node.ended_at - node.started_at)
                  : ''}
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
};
