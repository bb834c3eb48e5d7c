import { UNKNOWN } from './unknown.ts';

/** Dollars with as many digits as matter: `$12.40`, `$0.42`, `$0.0814`, `$0.000043`, `$0`. */
export const formatMoney = (usd: number | null): string => {
  if (usd === null) return UNKNOWN;
  if (usd === 0) return '$0';
  const size = Math.abs(usd);
  const sign = usd < 0 ? '-' : '';
  if (size >= 0.0995) return `${sign}$${size.toLocaleString('en-US', digits(2))}`;
  if (size >= 0.000995) return `${sign}$${size.toFixed(4)}`;
  if (size < 0.0000005) return `${sign}<$0.000001`;
  return `${sign}$${size.toLocaleString('en-US', { maximumSignificantDigits: 2, maximumFractionDigits: 6 })}`;
};

/** From the least to the most: `$0.15 – $0.22`, or one amount where both read the same. */
export const formatMoneyRange = (low: number, high: number): string => {
  const [least, most] = [formatMoney(low), formatMoney(high)];
  return least === most ? most : `${least} – ${most}`;
};

/** Dollars to the last recorded digit, for tooltips and copies. */
export const exactMoney = (usd: number | null): string =>
  usd === null ? 'cost unknown' : `$${usd.toLocaleString('en-US', { maximumFractionDigits: 6 })}`;

const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count });
