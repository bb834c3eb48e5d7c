import type { Labels } from './exposition.ts';
import { withoutProvider } from './without-provider.ts';

export interface ModelSeries<T> {
  readonly of: (provider: string, model: string) => T;
  /** In the order of first use. */
  readonly entries: () => readonly { readonly labels: Labels; readonly series: T }[];
}

/** Names come from users and servers; a label set without a bound would grow with them for ever. */
const MOST_MODELS = 100;
const LONGEST_LABEL = 100;
const OTHER = 'other';

/** One series for each model, at most 100; all later models share the one labelled `other`. */
export const createModelSeries = <T>(create: () => T): ModelSeries<T> => {
  const found = new Map<string, { readonly labels: Labels; readonly series: T }>();
  const entry = (key: string, labels: Labels): T => {
    const known = found.get(key);
    if (known) return known.series;
    const series = create();
    found.set(key, { labels, series });
    return series;
  };
  return {
    of: (provider, model) => {
      const labels = {
        provider: provider.slice(0, LONGEST_LABEL),
        model: withoutProvider(provider, model).slice(0, LONGEST_LABEL),
      };
      const key = JSON.stringify([labels.provider, labels.model]);
      return found.has(key) || found.size < MOST_MODELS
        ? entry(key, labels)
        : entry(OTHER, { provider: OTHER, model: OTHER });
    },
    entries: () => [...found.values()],
  };
};
