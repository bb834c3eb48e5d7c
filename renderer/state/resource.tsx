import { useCallback, useEffect, useState } from 'react';
import { isAbort } from './words/explain-error.ts';

/** Something that is fetched. While it is fetched again, the last value stays in sight. */
export type Resource<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Fetches when the memoised `load` changes and on `reload`; what was on its way is given up. */
export const useResource = <T,>(
  load: ((signal: AbortSignal) => Promise<T>) | null,
): readonly [Resource<T>, () => void] => {
  const [state, setState] = useState<{ readonly of: typeof load; readonly resource: Resource<T> }>({
    of: null,
    resource: { kind: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what a reload changes
  useEffect(() => {
    if (load === null) return;
    const abort = new AbortController();
    load(abort.signal).then(
      (value) => !abort.signal.aborted && setState({ of: load, resource: { kind: 'ready', value } }),
      (error: unknown) => {
        if (!abort.signal.aborted && !isAbort(error))
          setState({ of: load, resource: { kind: 'failed', error } });
      },
    );
    return () => abort.abort();
  }, [load, attempt]);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return [state.of === load ? state.resource : { kind: 'loading' }, reload];
};
