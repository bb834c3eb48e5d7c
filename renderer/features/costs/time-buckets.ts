import type { CostGroup } from '../../../core/contract/index.ts';
import { dayText } from './cost-range.ts';

export type TimeUnit = 'hour' | 'day' | 'month';

export interface TimeBucket {
  /** `2026-11-21T14`, `2026-11-21` or `2026-11`, in local time. */
  readonly key: string;
  /** Sum of what is known. */
  readonly usd: number;
  readonly calls: number;
  readonly unknownCalls: number;
}

/** More bars than this are too thin to be told apart. */
const MOST_BUCKETS = 124;

/** What the chart of so many days is drawn in when nobody chose. */
export const unitFor = (from: number, to: number): TimeUnit => {
  const days = (to - from) / 86_400_000;
  return days <= 2 ? 'hour' : days <= MOST_BUCKETS ? 'day' : 'month';
};

/**
 * The groups of a summary by hour or day as one bucket for every stretch from `from` to `to` (milliseconds), those in
 * which nothing was spent among them; days are added up to months where months are asked for. Keeps the latest
 * stretches where there are too many.
 */
export const timeBuckets = (
  groups: readonly CostGroup[],
  unit: TimeUnit,
  from: number,
  to: number,
): readonly TimeBucket[] => {
  const sums = new Map<string, TimeBucket>();
  for (const key of keysBetween(unit, from, to)) sums.set(key, { key, usd: 0, calls: 0, unknownCalls: 0 });
  for (const group of groups) {
    const key = unit === 'month' ? group.key.slice(0, 7) : group.key;
    const sum = sums.get(key);
    if (sum === undefined) continue;
    sums.set(key, {
      key,
      usd: sum.usd + group.usd,
      calls: sum.calls + group.calls,
      unknownCalls: sum.unknownCalls + group.unknown_calls,
    });
  }
  return [...sums.values()];
};

const keysBetween = (unit: TimeUnit, from: number, to: number): readonly string[] => {
  const keys: string[] = [];
  const end = new Date(to);
  const first = keyOf(unit, from);
  for (let back = 0; back < MOST_BUCKETS; back += 1) {
    const key = keyOf(unit, stepBack(unit, end, back));
    // An hour that the clock runs through twice is one bucket.
    if (keys.at(-1) !== key) keys.push(key);
    if (key <= first) break;
  }
  return keys.reverse();
};

const stepBack = (unit: TimeUnit, end: Date, steps: number): number => {
  const [year, month, day] = [end.getFullYear(), end.getMonth(), end.getDate()];
  if (unit === 'hour') return end.getTime() - steps * 3_600_000;
  return (unit === 'day' ? new Date(year, month, day - steps) : new Date(year, month - steps, 1)).getTime();
};

const keyOf = (unit: TimeUnit, at: number): string => {
  const day = dayText(at);
  if (unit === 'hour') return `${day}T${String(new Date(at).getHours()).padStart(2, '0')}`;
  return unit === 'day' ? day : day.slice(0, 7);
};

/** The first moment a key of the server names, in local milliseconds; undefined for one that names none. */
export const momentOf = (key: string): number | undefined => {
  const [, year, month, day, hour] = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d))?)?$/.exec(key) ?? [];
  if (year === undefined) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(day ?? 1), Number(hour ?? 0)).getTime();
};

/** A key as it stands under a bar: `14:00`, `21 Nov`, `Nov 2026`. */
export const shortKey = (unit: TimeUnit, key: string): string => {
  const at = momentOf(key);
  if (at === undefined) return key;
  if (unit === 'hour') return `${key.slice(11)}:00`;
  return new Date(at).toLocaleDateString(
    'en-GB',
    unit === 'day' ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' },
  );
};
