const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 95 ||
  code === 45 ||
  code >= 0xc0;

/** Where a name stands as a word of its own, in any case; -1 where it does not. */
export const indexOfWord = (lowerText: string, lowerName: string): number => {
  if (lowerName === '') return -1;
  for (let at = lowerText.indexOf(lowerName); at >= 0; at = lowerText.indexOf(lowerName, at + 1)) {
    const before = at === 0 ? 32 : lowerText.charCodeAt(at - 1);
    const after = lowerText.charCodeAt(at + lowerName.length);
    if (!isWord(before) && !isWord(after)) return at;
  }
  return -1;
};

/** Text looked through for a name; an answer names its choice at its beginning or its end. */
const WINDOW = 4_000;

/** The name that a value or an answer speaks of first; null when it names none. */
export const firstNamed = (names: readonly string[], text: string): string | null => {
  const window = text.length <= 2 * WINDOW ? text : `${text.slice(0, WINDOW)}\n${text.slice(-WINDOW)}`;
  const lower = window.toLowerCase();
  let best: { readonly name: string; readonly at: number } | undefined;
  for (const name of names) {
    const at = indexOfWord(lower, name.toLowerCase());
    if (at >= 0 && (!best || at < best.at)) best = { name, at };
  }
  return best?.name ?? null;
};
