import { useEffect, useState } from 'react';
import type { GraphCheck } from '../../../../../core/contract/index.ts';
import { askAtRest, useCore } from '../../../../state/index.ts';

export type PlanCheck =
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'checked';
      readonly check: GraphCheck;
      /** What was checked; while somebody types it is a moment old. */
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The check of a graph's text once the typing rests; with the last answer in sight until then. */
export const usePlanCheck = (text: string | null): PlanCheck => {
  const core = useCore();
  const [state, setState] = useState<PlanCheck>({ kind: 'checking' });
  useEffect(() => {
    if (text === null) return;
    return askAtRest({
      ask: (signal) => core['graphs.check']({ text, file: 'plan.yaml' }, { signal }),
      answered: (check) => setState({ kind: 'checked', check, text }),
      failed: (error) => setState({ kind: 'failed', error }),
    });
  }, [core, text]);
  return state;
};
