import { useMemo } from 'react';
import { graphTotals } from '../../../../core/projections/index.ts';
import { nodeStatuses, statusWord } from '../../../state/index.ts';
import {
  exactCount,
  exactMoney,
  exactTokens,
  formatCount,
  formatDuration,
  formatMoney,
  StateMark,
} from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './graph-run.module.css';
import { useGraphRun } from './graph-run-context.tsx';

/** One line below the graph: how far it is, what it has cost, and after the end what took longest. */
export const RunStrip = () => {
  const { view } = useSession();
  const { run, critical } = useGraphRun();
  const totals = useMemo(() => graphTotals(run.nodes), [run.nodes]);
  const share = totals.nodes === 0 ? 0 : totals.ended / totals.nodes;
  const tokens = view.totals.tokens.input + view.totals.tokens.output;
  const usd = view.totals.usd;
  const says = `${exactCount(totals.ended)} of ${exactCount(totals.nodes)} nodes ended`;
  return (
    <section className={styles.strip} aria-label="Progress of the run">
      <div
        className={styles.stripTrack}
        role="progressbar"
        aria-label="Nodes that have ended"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={says}
      >
        <div className={styles.stripFill} style={{ width: `${share * 100}%` }} />
      </div>
      <span>{says}</span>
      <span className={styles.stripCounts}>
        {nodeStatuses.map((status) =>
          totals.byStatus[status] === 0 || status === 'done' || status === 'waiting' ? null : (
            <span key={status} className={styles.stripCount}>
              <StateMark mark={statusWord(status).mark} size={12} />
              {exactCount(totals.byStatus[status])} {statusWord(status).word}
            </span>
          ),
        )}
      </span>
      <span className={styles.stripEnd}>
        {critical !== null && critical.nodes.length > 0 && (
          <span title="The chain of nodes that decided how long the run took">
            {formatDuration(critical.lasted)} critical path
          </span>
        )}
        <span className={styles.stripTokens} title={exactTokens(tokens)}>
          {formatCount(tokens)} tok
        </span>
        <span title={exactMoney(usd)}>{usd === null ? 'cost unknown' : `${formatMoney(usd)} spent`}</span>
      </span>
    </section>
  );
};
