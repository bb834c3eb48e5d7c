import { useEffect, useState } from 'react';
import type { CostForecast } from '../../../core/contract/index.ts';
import { askAtRest } from '../ask-at-rest.ts';
import { useCore } from '../core-context.tsx';

/** What a run may cost. While a change is being asked about, the last answer stays in sight, marked as `settling`. */
export type ForecastState =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly forecast: CostForecast; readonly settling: boolean }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * The forecast of a specification once the typing rests; null asks nothing. An answer that a later change has made
 * old is given up. `specification` must be the same object while it says the same.
 */
export const useForecast = (specification: Readonly<Record<string, unknown>> | null): ForecastState => {
  const core = useCore();
  const [state, setState] = useState<ForecastState>({ kind: 'none' });
  useEffect(() => {
    if (specification === null) {
      setState({ kind: 'none' });
      return;
    }
    setState((before) => (before.kind === 'known' ? { ...before, settling: true } : before));
    return askAtRest({
      ask: (signal) => core['cost.forecast']({ ...specification }, { signal }),
      answered: (forecast) => setState({ kind: 'known', forecast, settling: false }),
      failed: (error) => setState({ kind: 'failed', error }),
    });
  }, [core, specification]);
  return state;
};
