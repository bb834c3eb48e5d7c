/**
 * Chance as a pure function: the same seed and the same parts always give the same number, so no
 * order of calls and no crash can change it (design section 3).
 *
 * @returns a number in [0, 1) with 32 bits of resolution
 *
 * The parts are hashed with FNV-1a (32 bit) over their UTF-16 units, each part closed by a separator,
 * and finished with the avalanche steps of MurmurHash3.
 */
export const chance = (seed: number, ...parts: readonly (string | number)[]): number =>
  chanceBits(seed, ...parts) / 0x1_0000_0000;

const hashedWith = (before: number, part: string): number => {
  let hash = before;
  for (let index = 0; index < part.length; index += 1) {
    hash = Math.imul(hash ^ part.charCodeAt(index), 0x01000193);
  }
  return Math.imul(hash ^ 0x1f, 0x01000193);
};

/** The same as 32 unsigned bits. */
export const chanceBits = (seed: number, ...parts: readonly (string | number)[]): number => {
  let hash = hashedWith(0x811c9dc5, String(seed));
  for (const part of parts) hash = hashedWith(hash, typeof part === 'string' ? part : String(part));
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** One of the items, by chance; undefined for an empty list. */
export const pick = <T>(
  items: readonly T[],
  seed: number,
  ...parts: readonly (string | number)[]
): T | undefined => items[Math.floor(chance(seed, ...parts) * items.length)];

/** A new list in an order by chance (Fisher-Yates with one draw a step). */
export const shuffled = <T>(
  items: readonly T[],
  seed: number,
  ...parts: readonly (string | number)[]
): readonly T[] => {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance(seed, ...parts, index) * (index + 1));
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
};
