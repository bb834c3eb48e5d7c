import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SessionSummary } from '../../../core/contract/index.ts';
import { askAtRest, useCore, useWorkspace } from '../../state/index.ts';
import { type Filters, listInput, withNews } from './filters.ts';

interface Pages {
  readonly items: readonly SessionSummary[];
  readonly cursor: string | null;
  readonly total: number;
  readonly loading: boolean;
  readonly error: unknown;
}

const PAGE = 100;
const empty: Pages = { items: [], cursor: null, total: 0, loading: true, error: null };

/** The list a page at a time, by the filters, kept up to date by the news. */
export const useSessionPages = (filters: Filters) => {
  const core = useCore();
  const book = useWorkspace((state) => state.sessions);
  const deleted = useWorkspace((state) => state.deleted);
  // A session that begins or goes changes what the first page holds.
  const total = useWorkspace((state) => state.total);
  const [pages, setPages] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const loadingMore = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `total` and `attempt` ask for the list anew
  useEffect(() => {
    setPages((before) => ({ ...before, loading: true }));
    return askAtRest({
      ask: (signal) => core['sessions.list']({ ...listInput(filters), limit: PAGE }, { signal }),
      answered: ({ items, next_cursor: cursor, total }) =>
        setPages({ items, cursor, total, loading: false, error: null }),
      failed: (error) => setPages((before) => ({ ...before, loading: false, error })),
    });
  }, [core, filters, total, attempt]);

  const more = useCallback(async () => {
    if (pages.cursor === null || loadingMore.current) return;
    loadingMore.current = true;
    try {
      const page = await core['sessions.list']({ ...listInput(filters), limit: PAGE, cursor: pages.cursor });
      setPages((before) =>
        before.cursor === pages.cursor
          ? {
              ...before,
              items: [...before.items, ...page.items],
              cursor: page.next_cursor,
              total: page.total,
            }
          : before,
      );
    } catch (error) {
      setPages((before) => ({ ...before, error }));
    } finally {
      loadingMore.current = false;
    }
  }, [core, filters, pages.cursor]);

  const items = useMemo(() => withNews(pages.items, book, deleted), [pages.items, book, deleted]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...pages, items, more, again };
};
