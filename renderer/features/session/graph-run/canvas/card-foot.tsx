import type { NodeRun } from '../../../../../core/contract/index.ts';
import { describeNode, type GroupSum } from '../../../../state/index.ts';
import {
  exactMoney,
  exactTokens,
  formatCount,
  formatDuration,
  formatElapsed,
  formatMoney,
  useNow,
} from '../../../../ui/index.ts';
import { useSessionBasics } from '../../session-context.tsx';
import { useRunBasics } from '../graph-run-context.tsx';
import { nodeFigures } from '../node-figures.ts';
import styles from './canvas.module.css';
import { useWaitsFor } from './use-waits-for.tsx';

interface CardFootProps {
  readonly node: NodeRun;
  readonly sum: GroupSum | undefined;
  readonly stopsHere: boolean;
}

/** State in a word where the numbers do not tell it, then time, tokens, money and tries. */
export const CardFoot = ({ node, sum, stopsHere }: CardFootProps) => {
  const { feed } = useSessionBasics();
  const { stands } = useRunBasics();
  const goes = node.started_at !== null && node.ended_at === null && !stands;
  const now = useNow(goes ? 1000 : null);
  const waitsFor = useWaitsFor(feed, node);
  if (stopsHere) return <span className={styles.stopsHere}>breakpoint: paused before it</span>;
  if (node.status === 'waiting') {
    return <span className={styles.cut}>{waitsFor === null ? 'waiting' : `waits for ${waitsFor}`}</span>;
  }
  const figures = nodeFigures(node, sum, now);
  const word = wordOf(node);
  return (
    <>
      {word !== null && <span className={styles.word}>{word}</span>}
      {figures.elapsedMs !== null && (
        <span>{goes ? formatElapsed(figures.elapsedMs) : formatDuration(figures.elapsedMs)}</span>
      )}
      {!figures.free && (
        <>
          <span title={exactTokens(figures.tokens)}>{formatCount(figures.tokens)} tok</span>
          <span title={exactMoney(figures.usd)}>
            {figures.usd === null ? '$ –' : formatMoney(figures.usd)}
          </span>
        </>
      )}
      {node.branch !== null && <span className={styles.word}>{node.branch}</span>}
      {node.attempts > 1 && <span className={styles.tries}>try {node.attempts}</span>}
    </>
  );
};

/** Done and running are said by mark and numbers; everything else by its word. */
const wordOf = (node: NodeRun): string | null => {
  const isOwn = node.source === null || node.source === 'run';
  if (node.status === 'running' || (node.status === 'done' && isOwn)) return null;
  return describeNode(node).word;
};
