import { useCallback, useSyncExternalStore } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import type { SessionFeed } from '../../../../state/index.ts';

/** The title of the first node that this one still waits for; null where there is none. */
export const useWaitsFor = (feed: SessionFeed, node: NodeRun | undefined): string | null => {
  const deps = node?.status === 'waiting' ? node.deps : noDeps;
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = deps.map((dep) => feed.runs.subscribe(dep, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [feed, deps],
  );
  return useSyncExternalStore(subscribe, () => {
    const open = deps
      .map((dep) => feed.runs.get(dep))
      .find((dep) => dep !== undefined && dep.ended_at === null);
    return open?.title ?? null;
  });
};

const noDeps: readonly string[] = [];
