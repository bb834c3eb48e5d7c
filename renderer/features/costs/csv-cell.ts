/**
 * A cell that a spreadsheet shows as text and never runs, as OWASP advises against CSV injection: what begins like a
 * formula (also in full-width letters, and behind blanks or invisible characters) gets an apostrophe before it;
 * every cell stands in quotes, so that no separator in it begins another one.
 */
export const csvCell = (text: string): string => {
  const guarded = startsLikeFormula(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
};

const startsLikeFormula = (text: string): boolean =>
  /^[\t\r\n]/.test(text) ||
  // NFKC makes `=` of the full-width and the small form; the mathematical minus has no such twin.
  /^[=+\-@\u2212]/.test(text.normalize('NFKC').replace(/^[\s\p{C}\p{Z}]+/u, ''));
