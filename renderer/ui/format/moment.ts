const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, coarse: `just now`, `4 min ago`, `3 h ago`, `2 d ago`, then the date. Times in milliseconds. */
export const formatAgo = (at: number, now: number): string => {
  const age = now - at;
  if (age < 45_000) return 'just now';
  if (age < 59.5 * MINUTE) return `${Math.max(1, Math.round(age / MINUTE))} min ago`;
  if (age < 23.5 * HOUR) return `${Math.round(age / HOUR)} h ago`;
  if (age < 6.5 * DAY) return `${Math.round(age / DAY)} d ago`;
  const date = new Date(at);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
};

/** The exact local time, for tooltips: `2025-01-15 14:03:07`. */
export const exactMoment = (at: number): string => {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};
