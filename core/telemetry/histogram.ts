import type { Labels, Sample } from './exposition.ts';

export interface Histogram {
  readonly observe: (value: number) => void;
  /** Cumulative buckets, sum and count, each with the given labels. */
  readonly samples: (labels?: Labels) => readonly Sample[];
}

/** @param bounds upper bounds, ascending; a bucket for everything is added */
export const createHistogram = (bounds: readonly number[]): Histogram => {
  const counts: number[] = new Array(bounds.length + 1).fill(0);
  let sum = 0;
  return {
    observe: (value) => {
      const index = bounds.findIndex((bound) => value <= bound);
      const bucket = index < 0 ? bounds.length : index;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sum += value;
    },
    samples: (labels = {}) => {
      let total = 0;
      const buckets = counts.map((count, index): Sample => {
        total += count;
        const bound = bounds[index];
        return {
          suffix: '_bucket',
          labels: { ...labels, le: bound === undefined ? '+Inf' : String(bound) },
          value: total,
        };
      });
      return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: total }];
    },
  };
};
