import { useSyncExternalStore } from 'react';
import type { NodeRun } from '../../../core/contract/index.ts';
import type { SessionFeed } from '../session/session-feed.ts';

/** A node of a run; renders again when that node has changed. */
export const useNodeRun = (feed: SessionFeed, id: string): NodeRun | undefined =>
  useSyncExternalStore(
    (listener) => feed.runs.subscribe(id, listener),
    () => feed.runs.get(id),
  );
