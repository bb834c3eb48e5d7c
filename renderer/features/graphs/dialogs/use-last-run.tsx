import { useCallback } from 'react';
import { useCore, useResource } from '../../../state/index.ts';

/** The newest run of a stored graph; null where there is none. */
export const useLastRun = (id: string): string | null => {
  const core = useCore();
  const [graphs] = useResource(
    useCallback(
      async (signal: AbortSignal) => (await core['graphs.list']({ query: id }, { signal })).items,
      [core, id],
    ),
  );
  if (graphs.kind !== 'ready') return null;
  return graphs.value.find((graph) => graph.id === id)?.last_session ?? null;
};
