/** US dollars with as many digits as matter; unknown is a dash, never zero. */
export const usdText = (usd: number | null): string => {
  if (usd === null) return '–';
  if (usd === 0) return '$0';
  if (usd >= 0.1) return `$${usd.toFixed(2)}`;
  // A small amount is never shown as none; the last digit is a micro-dollar.
  return usd >= 0.001 ? `$${usd.toFixed(4)}` : `$${Math.max(usd, 0.000001).toFixed(6).replace(/0+$/, '')}`;
};

export const countText = (count: number | null): string =>
  count === null ? '–' : count.toLocaleString('en-US');

export const durationText = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : minutesText(ms);

const minutesText = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
};

export const plural = (count: number, one: string): string =>
  `${countText(count)} ${one}${count === 1 ? '' : 's'}`;
