import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import { graphTotals } from '../../../../../core/projections/index.ts';
import { nodeStatuses, statusWord } from '../../../../state/index.ts';
import { exactCount, plural, StateMark } from '../../../../ui/index.ts';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import { type RunLevel, runLevels } from '../run-levels.ts';
import styles from './levels.module.css';

const ROW = 44;

/** A graph too large to be drawn node by node: a line for each level, from its starts to its ends. */
export const LevelList = () => {
  const { tree } = useGraphRun();
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const levels = useMemo(() => runLevels(tree.roots), [tree.roots]);
  const widest = useMemo(() => Math.max(1, ...levels.map(({ nodes }) => nodes.length)), [levels]);
  const virtualizer = useVirtualizer({
    count: levels.length,
    getScrollElement: () => holder,
    estimateSize: () => ROW,
    overscan: 10,
  });
  return (
    <section
      ref={setHolder}
      className={styles.scroller}
      aria-label="The graph by levels"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <p className={styles.note}>
        {plural(tree.roots.length, 'node')} are too many to draw one by one: a line is a level of the graph,
        its length how many nodes stand there. The list has each of them.
      </p>
      <ol className="virtual-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const level = levels[item.index];
          return level === undefined ? null : (
            <li key={item.key} className="virtual-row" style={{ transform: `translateY(${item.start}px)` }}>
              <Level level={level} share={level.nodes.length / widest} />
            </li>
          );
        })}
      </ol>
    </section>
  );
};

const Level = ({ level: { level, nodes }, share }: { readonly level: RunLevel; readonly share: number }) => {
  const { select } = useRunBasics();
  const totals = graphTotals(nodes);
  const parts = nodeStatuses.filter((status) => totals.byStatus[status] > 0);
  const worst = nodes.find(({ status }) => status === parts[0]) ?? nodes[0];
  return (
    <button type="button" className={styles.level} onClick={() => worst && select(worst.id, 'node')}>
      <span className={styles.number}>Level {exactCount(level + 1)}</span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${Math.max(share * 100, 0.6)}%` }}>
          {parts.map((status) => (
            <span
              key={status}
              className={styles.part}
              data-mark={statusWord(status).mark}
              style={{ flexGrow: totals.byStatus[status] }}
            />
          ))}
        </span>
      </span>
      <span className={styles.words}>
        {parts.map((status) => (
          <span key={status} className={styles.word}>
            <StateMark mark={statusWord(status).mark} size={12} />
            {exactCount(totals.byStatus[status])} {statusWord(status).word}
          </span>
        ))}
      </span>
    </button>
  );
};
