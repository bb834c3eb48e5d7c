import type { SessionSummary } from '../../../core/contract/index.ts';

/** The newest known summary of each session, by id; never changed in place. */
export type SessionBook = ReadonlyMap<string, SessionSummary>;

/** Takes summaries in; an older one never replaces a newer one, whatever arrives first. */
export const withSummaries = (book: SessionBook, summaries: readonly SessionSummary[]): SessionBook => {
  const next = new Map(book);
  for (const summary of summaries) {
    const known = next.get(summary.id);
    if (known === undefined || known.updated_at <= summary.updated_at) next.set(summary.id, summary);
  }
  return next;
};

export const withoutSession = (book: SessionBook, id: string): SessionBook => {
  const next = new Map(book);
  next.delete(id);
  return next;
};

/** Newest first. */
export const sessionsInOrder = (book: SessionBook): readonly SessionSummary[] =>
  [...book.values()].sort((a, b) => b.created_at - a.created_at || a.id.localeCompare(b.id));

/** Money of the sessions begun since `since` (milliseconds); `unknown` counts those whose cost nobody knows. */
export const spentSince = (
  book: SessionBook,
  since: number,
): { readonly usd: number; readonly unknown: number } => {
  let usd = 0;
  let unknown = 0;
  for (const { created_at: createdAt, totals } of book.values()) {
    if (createdAt < since) continue;
    if (totals.usd === null) unknown += 1;
    else usd += totals.usd;
  }
  return { usd, unknown };
};

/** The first millisecond of the local day that `now` lies in. */
export const startOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0);
