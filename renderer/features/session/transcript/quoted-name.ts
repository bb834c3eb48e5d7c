/** Whom a quotation like `"words" (Apollo, round 1)` or `"words" - Apollo, round 1` names. */
export const quotedName = (quotation: string): string | undefined =>
  /[(–-]\s*([A-Za-z][A-Za-z0-9_-]{0,63}), round \d+\)?\s*$/.exec(quotation)?.[1];
