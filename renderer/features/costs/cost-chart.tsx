import { useState } from 'react';
import { explainError } from '../../state/index.ts';
import { BarChart, formatMoney, Problem, Segmented, Skeleton, useNow } from '../../ui/index.ts';
import type { Bounds } from './cost-range.ts';
import { spentWords } from './cost-words.ts';
import styles from './costs.module.css';
import { tickMoney } from './tick-money.ts';
import { momentOf, shortKey, type TimeUnit, timeBuckets, unitFor } from './time-buckets.ts';
import { useSummary } from './use-summaries.tsx';

const HOUR_MS = 3_600_000;
/** An hour each is drawn for up to so many of them. */
const MOST_HOURS = 124;

/** What was spent over time, by hour, day or month. */
export const CostChart = ({ bounds }: { readonly bounds: Bounds }) => {
  const now = useNow(60_000);
  const [chosen, setChosen] = useState<'hour' | 'day' | null>(null);
  const end = Math.min(bounds.to === undefined ? now : bounds.to - 1, Math.max(now, bounds.from ?? 0));
  const span = bounds.from === undefined ? null : end - bounds.from;
  const mayBeHours = span !== null && span <= MOST_HOURS * HOUR_MS;
  const automatic = span === null ? 'day' : unitFor(end - span, end);
  const unit: TimeUnit =
    chosen === 'hour' && mayBeHours ? 'hour' : chosen === 'day' && mayBeHours ? 'day' : automatic;
  const [summary] = useSummary(unit === 'hour' ? 'hour' : 'day', bounds);
  if (summary.kind === 'failed') return <Problem {...explainError(summary.error)} />;
  if (summary.kind === 'loading') return <Skeleton lines={4} />;
  const { groups } = summary.value;
  const first = groups.reduce((least, { key }) => Math.min(least, momentOf(key) ?? least), end);
  const from = bounds.from ?? first;
  const shown = bounds.from === undefined ? (unitFor(from, end) === 'month' ? 'month' : 'day') : unit;
  const buckets = timeBuckets(groups, shown, from, end);
  const peak = buckets.reduce((best, bucket) => (bucket.usd > best.usd ? bucket : best), {
    key: '',
    usd: 0,
  });
  return (
    <>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>By {shown}</h2>
        {mayBeHours && (
          <Segmented
            label="Bars"
            value={shown}
            options={[
              { value: 'hour', label: 'Hours' },
              { value: 'day', label: 'Days' },
            ]}
            onChange={(value) => setChosen(value === 'hour' ? 'hour' : 'day')}
          />
        )}
      </div>
      <BarChart
        label={`Cost by ${shown}, ${buckets.length} bars. ${peak.usd === 0 ? 'Nothing of known cost.' : `Most on ${peak.key.replace('T', ' at ')}${shown === 'hour' ? ':00' : ''}: ${formatMoney(peak.usd)}.`}`}
        format={tickMoney}
        bars={buckets.map(({ key, usd, calls, unknownCalls }) => ({
          key,
          value: usd,
          name: shortKey(shown, key),
          flagged: unknownCalls > 0,
          title: `${key.replace('T', ', ')}${shown === 'hour' ? ':00' : ''}: ${calls === 0 ? 'no calls' : spentWords({ usd, calls, unknown_calls: unknownCalls })}`,
        }))}
      />
    </>
  );
};
