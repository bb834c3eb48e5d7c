import type { Turn } from '../../../core/contract/index.ts';

const PAGE = 50;
const MOST_PAGES = 60;

type LoadTurns = (after: number, limit: number) => Promise<readonly Turn[]>;

/**
 * Finished turns by their place in order of completion, fetched a page at a time when they come into view.
 * Pages looked at longest ago make room.
 */
export const createTurnPages = (load: LoadTurns, onError: (error: unknown) => void) => {
  const pages = new Map<number, (Turn | undefined)[]>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of listeners) listener();
  };

  const keep = (page: number, turns: (Turn | undefined)[]) => {
    pages.delete(page);
    pages.set(page, turns);
    for (const oldest of pages.keys()) {
      if (pages.size <= MOST_PAGES) break;
      pages.delete(oldest);
    }
  };

  const fetchPage = async (page: number) => {
    asked.add(page);
    try {
      const turns = await load(page * PAGE, PAGE);
      const known = pages.get(page) ?? [];
      keep(
        page,
        Array.from(
          { length: Math.max(turns.length, known.length) },
          (_, place) => turns[place] ?? known[place],
        ),
      );
      announce();
    } catch (error) {
      onError(error);
    } finally {
      asked.delete(page);
    }
  };

  const get = (index: number): Turn | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  return {
    get,
    /** Asks for the turns from `first` to `last` that are not here; the end is the number of finished turns. */
    want: (first: number, last: number, end: number) => {
      for (let page = Math.floor(first / PAGE); page * PAGE <= Math.min(last, end - 1); page += 1) {
        const from = Math.max(first, page * PAGE);
        const to = Math.min(last, page * PAGE + PAGE - 1, end - 1);
        let missing = false;
        for (let index = from; index <= to; index += 1) missing ||= get(index) === undefined;
        if (missing && !asked.has(page)) void fetchPage(page);
        else if (!missing) keep(page, pages.get(page) ?? []);
      }
    },
    /** A turn that has just ended is here without being asked for. */
    put: (index: number, turn: Turn) => {
      const page = Math.floor(index / PAGE);
      const turns = [...(pages.get(page) ?? [])];
      turns[index % PAGE] = turn;
      keep(page, turns);
      announce();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
