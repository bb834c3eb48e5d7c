import type { RunEvent } from '../../../../core/contract/index.ts';

const PAGE = 100;
const MOST_PAGES = 30;

/** Stretches of the log by sequence number, fetched when they come into view; the oldest looked at make room. */
export const createEventPages = (load: (after: number, limit: number) => Promise<readonly RunEvent[]>) => {
  const pages = new Map<number, readonly RunEvent[]>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  let version = 0;

  const get = (seq: number): RunEvent | undefined =>
    pages.get(Math.floor((seq - 1) / PAGE))?.[(seq - 1) % PAGE];

  const fetchPage = async (page: number) => {
    asked.add(page);
    try {
      const events = await load(page * PAGE, PAGE);
      pages.delete(page);
      pages.set(page, events);
      for (const oldest of pages.keys()) {
        if (pages.size <= MOST_PAGES) break;
        pages.delete(oldest);
      }
      version += 1;
      for (const listener of listeners) listener();
    } catch {
      // The transcript says that the connection is lost; the places stay empty until they are asked for again.
    } finally {
      asked.delete(page);
    }
  };

  return {
    get,
    /** Asks for the events from `first` to `last`, of which there are `end`. */
    want: (first: number, last: number, end: number) => {
      const lowest = Math.max(1, first);
      const highest = Math.min(last, end);
      for (let seq = lowest; seq <= highest; seq += 1) {
        const page = Math.floor((seq - 1) / PAGE);
        if (get(seq) === undefined && !asked.has(page)) void fetchPage(page);
      }
    },
    version: () => version,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
