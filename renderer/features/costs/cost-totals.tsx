import type { CostSummary } from '../../../core/contract/index.ts';
import { exactCount, exactMoney, formatCount, formatMoney } from '../../ui/index.ts';
import { spentWords, unknownWords } from './cost-words.ts';
import styles from './costs.module.css';

/** The sums of the stretch; what is not known is said and never counted as nothing. */
export const CostTotals = ({ summary }: { readonly summary: CostSummary }) => {
  const { total_usd: usd, calls, unknown_calls, reserved_usd: reserved, groups } = summary;
  const counts = { usd, calls, unknown_calls };
  const sum = (count: (group: (typeof groups)[number]) => number) =>
    groups.reduce((total, group) => total + count(group), 0);
  const read = sum(({ tokens }) => tokens.input);
  const written = sum(({ tokens }) => tokens.output);
  const estimated = sum((group) => group.estimated_calls);
  const cached = sum((group) => group.cached_calls);
  return (
    <dl className={styles.totals}>
      <Total
        name="Spent"
        value={spentWords(counts)}
        exact={unknownWords(counts) ?? exactMoney(usd)}
        note={
          unknown_calls > 0
            ? `${exactCount(unknown_calls)} of ${exactCount(calls)} calls without a price`
            : estimated > 0
              ? `${exactCount(estimated)} of ${exactCount(calls)} calls estimated`
              : calls === 0
                ? 'no calls'
                : 'all calls priced'
        }
        strong
      />
      <Total
        name="Reserved now"
        value={formatMoney(reserved)}
        exact={exactMoney(reserved)}
        note={reserved > 0 ? 'set aside for running calls' : 'no paid call is running'}
      />
      <Total
        name="Model calls"
        value={exactCount(calls)}
        exact={exactCount(calls)}
        note={cached > 0 ? `${exactCount(cached)} from the cache` : 'none from the cache'}
      />
      <Total
        name="Tokens"
        value={formatCount(read + written)}
        exact={exactCount(read + written)}
        note={`${formatCount(read)} read, ${formatCount(written)} written`}
      />
    </dl>
  );
};

interface TotalProps {
  readonly name: string;
  readonly value: string;
  readonly exact: string;
  readonly note: string;
  readonly strong?: boolean;
}

const Total = ({ name, value, exact, note, strong }: TotalProps) => (
  <div className={styles.total}>
    <dt>{name}</dt>
    <dd className={strong ? styles.strong : undefined} title={exact}>
      {value}
    </dd>
    <dd className={styles.totalNote}>{note}</dd>
  </div>
);
