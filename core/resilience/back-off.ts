const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/**
 * Wait before a further attempt, in milliseconds: doubled each time, and half of it left to chance, so that
 * calls which failed together do not come back together.
 *
 * @param retry number of the further attempt, from 1
 * @param draw chance in [0, 1)
 */
export const backOffMs = (retry: number, draw: number): number => {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (retry - 1));
  return Math.round(full / 2 + (full / 2) * draw);
};
