/** Most digits behind the point: money is kept in millionths of a dollar. */
const MOST_DIGITS = 6;

/** An amount beside an axis: as many digits as the step between two ticks needs, the same for all of them. */
export const tickMoney = (usd: number, step: number): string => {
  if (usd === 0) return '$0';
  // Steps are 1, 2 or 5 times a power of ten.
  const needed = step > 0 ? Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) : 2;
  const digits = needed === 0 ? 0 : Math.min(MOST_DIGITS, Math.max(2, needed));
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `$${usd.toLocaleString('en-US', format)}`;
};
