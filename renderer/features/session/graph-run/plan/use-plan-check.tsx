import { useEffect, useState } from 'react';
import type { GraphCheck } from '../../../../../core/contract/index.ts';
import { isAbort, useCore } from '../../../../state/index.ts';

export type PlanCheck =
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly check: GraphCheck }
  | { readonly kind: 'failed'; readonly error: unknown };

const TYPING_MS = 250;

/** The check of a graph's text once the typing rests; with the last answer in sight until then. */
export const usePlanCheck = (text: string | null): PlanCheck => {
  const core = useCore();
  const [state, setState] = useState<PlanCheck>({ kind: 'checking' });
  useEffect(() => {
    if (text === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      core['graphs.check']({ text, file: 'plan.yaml' }, { signal: abort.signal }).then(
        (check) => !abort.signal.aborted && setState({ kind: 'checked', check }),
        (error: unknown) => {
          if (!abort.signal.aborted && !isAbort(error)) setState({ kind: 'failed', error });
        },
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [core, text]);
  return state;
};
