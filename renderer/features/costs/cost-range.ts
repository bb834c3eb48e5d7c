/** What stretch of time is looked at. Dates are local days `2026-11-21`; both ends belong to it. */
export type CostRange =
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'dates'; readonly first: string; readonly last: string };

/** Milliseconds since the epoch, `to` is the first that does not belong; absent is unbounded. */
export interface Bounds {
  readonly from?: number;
  readonly to?: number;
}

/** The bounds of a range as of `now`; undefined for dates that are none or stand the wrong way round. */
export const boundsOf = (range: CostRange, now: number): Bounds | undefined => {
  switch (range.kind) {
    case 'all':
      return {};
    case 'last':
      return { from: startOf(new Date(now), 1 - range.days) };
    case 'dates': {
      const first = dayOf(range.first);
      const last = dayOf(range.last);
      if (first === undefined || last === undefined || first > last) return undefined;
      return { from: first.getTime(), to: startOf(last, 1) };
    }
  }
};

/** Midnight of the local day so many days away; a day of 23 or 25 hours counts as one. */
const startOf = (date: Date, daysAway: number): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysAway).getTime();

const dayOf = (text: string): Date | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  // The 31st of February is a day of March to a Date, and no day to anybody else.
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : undefined;
};

/** The local day that a moment lies in, as a date field wants it. */
export const dayText = (at: number): string => {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** A range out of what was kept of it; undefined for anything else. */
export const asCostRange = (stored: unknown): CostRange | undefined => {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return undefined;
  const range = stored as Record<string, unknown>;
  if (range['kind'] === 'all') return { kind: 'all' };
  if (range['kind'] === 'last' && Number.isInteger(range['days'])) {
    return { kind: 'last', days: Number(range['days']) };
  }
  const { first, last } = range;
  return range['kind'] === 'dates' && typeof first === 'string' && typeof last === 'string'
    ? { kind: 'dates', first, last }
    : undefined;
};
