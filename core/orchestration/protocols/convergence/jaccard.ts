/**
 * Shared part of two sets: size of the intersection over size of the union, 0 to 1; null when both are empty,
 * since two texts without content words have nothing to agree on.
 * Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912).
 */
export const jaccard = (
  first: ReadonlyMap<string, unknown>,
  second: ReadonlyMap<string, unknown>,
): number | null => {
  if (first.size === 0 && second.size === 0) return null;
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const key of small.keys()) if (large.has(key)) shared += 1;
  return shared / (first.size + second.size - shared);
};
