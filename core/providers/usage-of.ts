import type { Usage } from '../contract/index.ts';

type Counts = { readonly [Key in keyof Usage]: Usage[Key] | undefined };

/** A usage with the counts that are known, and without keys for those that are not. */
export const usageOf = (counts: Counts): Usage =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
