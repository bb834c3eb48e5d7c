import { describe, expect, it } from 'vitest';
import { createModelSeries } from '../../../../core/telemetry/model-series.ts';

describe('createModelSeries', () => {
  it('keeps one series for each model, named without its provider', () => {
    const series = createModelSeries(() => ({ count: 0 }));
    series.of('stub', 'stub/debater').count += 1;
    series.of('stub', 'stub/debater').count += 1;
    series.of('lab', 'stub/debater').count += 1;
    expect(series.entries()).toEqual([
      { labels: { provider: 'stub', model: 'debater' }, series: { count: 2 } },
      { labels: { provider: 'lab', model: 'stub/debater' }, series: { count: 1 } },
    ]);
  });

  it('does not grow without bound, in number or in length', () => {
    const series = createModelSeries(() => ({ count: 0 }));
    for (let index = 0; index < 5_000; index += 1) series.of('p', `${index}${'x'.repeat(1_000)}`).count += 1;
    series.of('p', `3${'x'.repeat(1_000)}`).count += 1;
    const entries = series.entries();
    expect(entries).toHaveLength(101);
    expect(entries[3]?.series.count).toBe(2);
    expect(entries.at(-1)).toEqual({
      labels: { provider: 'other', model: 'other' },
      series: { count: 4_900 },
    });
    expect(entries.every(({ labels }) => (labels['model'] ?? '').length <= 100)).toBe(true);
  });
});
