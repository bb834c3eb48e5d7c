import { useState } from 'react';
import { explainError } from '../../state/index.ts';
import {
  BarChart,
  formatCount,
  formatMoney,
  Problem,
  plural,
  Segmented,
  Skeleton,
  useNow,
} from '../../ui/index.ts';
import type { Bounds } from './cost-range.ts';
import { spentWords } from './cost-words.ts';
import styles from './costs.module.css';
import { tickMoney } from './tick-money.ts';
import { momentOf, shortKey, type TimeUnit, timeBuckets, unitFor } from './time-buckets.ts';
import { useSummary } from './use-summaries.tsx';

const HOUR_MS = 3_600_000;
/** An hour each is drawn for up to so many of them. */
const MOST_HOURS = 124;

/** Halves of calls have a line and no name. */
const tickCount = (count: number): string => (Number.isInteger(count) ? formatCount(count) : '');

/** What was spent over time, by hour, day or month; the calls where nothing was spent. */
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
  // Where nothing cost anything, as with models of this machine, the calls are what there is to see.
  const what = buckets.some(({ usd }) => usd > 0) ? 'usd' : 'calls';
  const peak = buckets.reduce<(typeof buckets)[number] | null>(
    (best, bucket) => (bucket[what] > (best?.[what] ?? 0) ? bucket : best),
    null,
  );
  return (
    <>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{what === 'usd' ? `By ${shown}` : `Calls by ${shown}`}</h2>
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
        label={[
          `${what === 'usd' ? 'Cost' : 'Calls'} by ${shown}, ${buckets.length} bars.`,
          ...(what === 'calls' ? ['Nothing of known cost.'] : []),
          ...(peak
            ? [
                `Most on ${peak.key.replace('T', ' at ')}${shown === 'hour' ? ':00' : ''}: ${what === 'usd' ? formatMoney(peak.usd) : plural(peak.calls, 'call')}.`,
              ]
            : []),
        ].join(' ')}
        format={what === 'usd' ? tickMoney : tickCount}
        bars={buckets.map(({ key, usd, calls, unknownCalls }) => ({
          key,
          value: what === 'usd' ? usd : calls,
          name: shortKey(shown, key),
          flagged: unknownCalls > 0,
          title: `${key.replace('T', ', ')}${shown === 'hour' ? ':00' : ''}: ${calls === 0 ? 'no calls' : spentWords({ usd, calls, unknown_calls: unknownCalls })}`,
        }))}
      />
    </>
  );
};
