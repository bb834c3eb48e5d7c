import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../workspace/use-workspace.tsx';

const REST_MS = 1500;

/** Grows a moment after sessions have changed, so that sums are asked for again; not with every one of many changes. */
export const useCostNews = (): number => {
  const sessions = useWorkspace((state) => state.sessions);
  const [news, setNews] = useState(0);
  const first = useRef(sessions);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // What was known when the asking began is no news.
    if (sessions === first.current || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setNews((count) => count + 1);
    }, REST_MS);
  }, [sessions]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return news;
};
