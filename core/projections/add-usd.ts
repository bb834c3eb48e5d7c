const MICRO = 1_000_000;

/** Dollars and micro-dollars added exactly, as integers; unknown and anything is unknown. */
export const addUsd = (usd: number | null, microUsd: number | null): number | null =>
  usd === null || microUsd === null ? null : (Math.round(usd * MICRO) + microUsd) / MICRO;
