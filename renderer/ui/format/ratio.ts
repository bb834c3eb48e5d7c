import { UNKNOWN } from './unknown.ts';

/** A measure from 0 to 1 with two digits: `0.87`. */
export const formatRatio = (value: number | null): string => (value === null ? UNKNOWN : value.toFixed(2));

/** A speed in tokens a second: `41 tok/s`, `3.5 tok/s`. */
export const formatSpeed = (tokensPerSecond: number | null): string => {
  if (tokensPerSecond === null || !Number.isFinite(tokensPerSecond)) return `${UNKNOWN} tok/s`;
  const digits = tokensPerSecond < 9.95 ? 1 : 0;
  return `${tokensPerSecond.toLocaleString('en-US', { maximumFractionDigits: digits })} tok/s`;
};
