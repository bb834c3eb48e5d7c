import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Turn } from '../../../core/contract/index.ts';
import { useCore } from '../core-context.tsx';
import type { LiveText } from './live-texts.ts';
import { createSessionFeed, type SessionFeed } from './session-feed.ts';

/** In a hidden window no frames are drawn, but the state must not pile up. */
const HIDDEN_MS = 250;

const nextFrame = (task: () => void): void => {
  if (document.hidden) setTimeout(task, HIDDEN_MS);
  else requestAnimationFrame(task);
};

/** The feed of a session while its screen is shown; `again` loads it anew. */
export const useSessionFeed = (id: string): { readonly feed: SessionFeed; readonly again: () => void } => {
  const core = useCore();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for a new feed
  const feed = useMemo(
    () => createSessionFeed(core, id, { nextFrame, now: () => performance.now() }),
    [core, id, attempt],
  );
  useEffect(() => {
    const abort = new AbortController();
    void feed.run(abort.signal);
    return () => abort.abort();
  }, [feed]);
  return { feed, again: () => setAttempt((count) => count + 1) };
};

export const useFeedState = (feed: SessionFeed) => useStore(feed);

/** Text of a running turn; renders again when that text has grown. */
export const useLiveText = (feed: SessionFeed, taskId: string): LiveText | undefined =>
  useSyncExternalStore(
    (listener) => feed.live.subscribe(taskId, listener),
    () => feed.live.get(taskId),
  );

/** A finished turn, once its page is here. */
export const useTurn = (feed: SessionFeed, index: number): Turn | undefined =>
  useSyncExternalStore(feed.pages.subscribe, () => feed.pages.get(index));
