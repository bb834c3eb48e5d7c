import { useState } from 'react';
import { explainError } from '../../state/index.ts';
import { BarChart, Problem, Segmented, Skeleton, useNow } from '../../ui/index.ts';
import { measureOf } from './chart-measure.ts';
import type { Bounds } from './cost-range.ts';
import { spentWords } from './cost-words.ts';
import styles from './costs.module.css';
import { momentOf, shortKey, type TimeBucket, type TimeUnit, timeBuckets, unitFor } from './time-buckets.ts';
import { useSummary } from './use-summaries.tsx';

const HOUR_MS = 3_600_000;
/** An hour each is drawn for up to so many of them. */
const MOST_HOURS = 124;

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
  const measure = measureOf(buckets);
  const peak = buckets.reduce<TimeBucket | null>(
    (best, bucket) => (measure.of(bucket) > (best ? measure.of(best) : 0) ? bucket : best),
    null,
  );
  const isCost = measure.name === 'Cost';
  const hour = shown === 'hour' ? ':00' : '';
  return (
    <>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{isCost ? `By ${shown}` : `Calls by ${shown}`}</h2>
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
          `${measure.name} by ${shown}, ${buckets.length} bars.`,
          ...(peak && isCost ? [] : ['Nothing of known cost.']),
          ...(peak ? [`Most on ${peak.key.replace('T', ' at ')}${hour}: ${measure.words(peak)}.`] : []),
        ].join(' ')}
        format={measure.tick}
        bars={buckets.map((bucket) => ({
          key: bucket.key,
          value: measure.of(bucket),
          name: shortKey(shown, bucket.key),
          flagged: bucket.unknownCalls > 0,
          title: `${bucket.key.replace('T', ', ')}${hour}: ${bucket.calls === 0 ? 'no calls' : spentWords({ usd: bucket.usd, calls: bucket.calls, unknown_calls: bucket.unknownCalls })}`,
        }))}
      />
    </>
  );
};
