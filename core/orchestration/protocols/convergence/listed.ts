/** Most entries of one list of evidence; the log keeps them for every round. */
export const MOST_LISTED = 10;

/** Names or words as people list them: "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
