/**
 * How well an entry of the palette fits what is typed, for the palette to sort by: 0 leaves it out. Every word has to
 * stand in it as it is; letters that are only somewhere in it would find everything. What begins with the words is
 * best, then where each begins a word of its own.
 */
export const commandScore = (value: string, search: string, keywords: readonly string[] = []): number => {
  const text = `${value} ${keywords.join(' ')}`.toLowerCase();
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (!words.every((word) => text.includes(word))) return 0;
  const begun = words.filter((word) => beginsWord(text, word)).length;
  const isTitle = text.includes(search.trim().toLowerCase()) ? 0.3 : 0;
  return 0.3 + isTitle + (words.length === 0 ? 0.4 : (0.4 * begun) / words.length);
};

const beginsWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
};
