import { UNKNOWN } from './unknown.ts';

/** Tokens and other large counts: `512`, `3.2k`, `48k`, `1.2M`. */
export const formatCount = (count: number | null): string => {
  if (count === null) return UNKNOWN;
  if (count < 1000) return String(Math.round(count));
  if (count < 9_950) return `${(count / 1000).toFixed(1)}k`;
  if (count < 999_500) return `${Math.round(count / 1000)}k`;
  if (count < 9_950_000) return `${(count / 1_000_000).toFixed(1)}M`;
  return `${Math.round(count / 1_000_000).toLocaleString('en-US')}M`;
};

/** The whole number with separators, for tooltips and copies. */
export const exactCount = (count: number | null): string =>
  count === null ? 'unknown' : count.toLocaleString('en-US');

/** `1 turn`, `12 turns`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** A count with its unit: `3.2k tokens`. */
export const formatTokens = (count: number): string => `${formatCount(count)} tokens`;

/** The whole number with its unit, for tooltips and copies. */
export const exactTokens = (count: number): string => plural(count, 'token');
