interface SnippetPart {
  readonly text: string;
  readonly found: boolean;
}

const START = '\u0002';
const END = '\u0003';

/** A hit of a full-text search marks its words with two control characters; an unclosed mark ends with the text. */
export const splitSnippet = (marked: string): readonly SnippetPart[] => {
  // A line of a search result is no place for Markdown's signs.
  const snippet = marked.replace(/\*\*|__|`|^#+ /gm, '');
  const parts: SnippetPart[] = [];
  for (const [index, piece] of snippet.split(START).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(END);
    const found = index === 0 ? '' : end < 0 ? piece : piece.slice(0, end);
    if (found !== '') parts.push({ text: found, found: true });
    const rest = (index === 0 ? piece : end < 0 ? '' : piece.slice(end + 1)).replaceAll(END, '');
    if (rest !== '') parts.push({ text: rest, found: false });
  }
  return parts;
};
