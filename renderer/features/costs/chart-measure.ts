import { formatCount, formatMoney, plural } from '../../ui/index.ts';
import { tickMoney } from './tick-money.ts';
import type { TimeBucket } from './time-buckets.ts';

/** What the bars over time stand for. */
export interface ChartMeasure {
  readonly name: 'Cost' | 'Calls';
  readonly of: (bucket: TimeBucket) => number;
  readonly words: (bucket: TimeBucket) => string;
  /** Beside the axis, where `step` lies between two ticks. */
  readonly tick: (value: number, step: number) => string;
}

const cost: ChartMeasure = {
  name: 'Cost',
  of: ({ usd }) => usd,
  words: ({ usd }) => formatMoney(usd),
  tick: tickMoney,
};

const calls: ChartMeasure = {
  name: 'Calls',
  of: (bucket) => bucket.calls,
  words: (bucket) => plural(bucket.calls, 'call'),
  // Half a call has a line and no name.
  tick: (value) => (Number.isInteger(value) ? formatCount(value) : ''),
};

/** Where calls cost nothing, as those to models of this machine, the calls are what there is to see. */
export const measureOf = (buckets: readonly TimeBucket[]): ChartMeasure =>
  buckets.some(({ usd }) => usd > 0) || buckets.every((bucket) => bucket.calls === 0) ? cost : calls;
