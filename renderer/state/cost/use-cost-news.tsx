import { useEffect, useState } from 'react';
import { useWorkspace } from '../workspace/use-workspace.tsx';

const REST_MS = 700;

/** Grows a moment after any session has changed, so that sums are asked for again; not more often than they can come. */
export const useCostNews = (): number => {
  const sessions = useWorkspace((state) => state.sessions);
  const [news, setNews] = useState(0);
  useEffect(() => {
    // The first book is no news: whoever asks now gets it all.
    if (sessions.size === 0) return;
    const timer = setTimeout(() => setNews((count) => count + 1), REST_MS);
    return () => clearTimeout(timer);
  }, [sessions]);
  return news;
};
