/** An append of so many rows is posted in parts, so that the writer thread inserts while the rest is sealed. */
const WORTH_PARTS = 8;
const FIRST_PART = 2;
const SMALLEST_PART = 4;
const LARGEST_PART = 32;

/**
 * Where the next part of an append of `total` rows ends, when `done` are posted. Parts begin small, so that
 * the thread wakes up early; grow, because each costs a message; and end small, because the thread works on
 * the last one while nothing else is done.
 */
export const nextPart = (done: number, total: number): number => {
  if (total < WORTH_PARTS) return total;
  if (done === 0) return FIRST_PART;
  const half = Math.ceil((total - done) / 2);
  return Math.min(total, done + Math.max(SMALLEST_PART, Math.min(done, half, LARGEST_PART)));
};
