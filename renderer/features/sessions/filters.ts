import type { Mode, SessionOutcome, SessionStatus, SessionSummary } from '../../../core/contract/index.ts';

/** What the list is narrowed to; absent narrows nothing. */
export interface Filters {
  readonly query: string;
  readonly mode?: Mode;
  readonly status?: SessionStatus;
  readonly outcome?: SessionOutcome;
}

export const noFilters: Filters = { query: '' };

/** The input of `sessions.list`. */
export const listInput = (filters: Filters) => ({
  ...(filters.query.trim() !== '' && { query: filters.query.trim() }),
  ...(filters.mode && { mode: filters.mode }),
  ...(filters.status && { status: filters.status }),
  ...(filters.outcome && { outcome: filters.outcome }),
});

export const isNarrowed = (filters: Filters): boolean => Object.keys(listInput(filters)).length > 0;

/**
 * A page of the list with the newest news laid over it. A session that has moved on stays in its row even where
 * it no longer fits the filter: rows that leave under the reader's hand are worse than a row too many.
 */
export const withNews = (
  items: readonly SessionSummary[],
  book: ReadonlyMap<string, SessionSummary>,
  deleted: ReadonlySet<string>,
): readonly SessionSummary[] =>
  items.filter(({ id }) => !deleted.has(id)).map((item) => book.get(item.id) ?? item);
