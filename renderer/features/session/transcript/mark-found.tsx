/** Marks words in what is drawn without touching it; takes the marks away when called again or with no words. */
export const markFound = (scope: Element | null, words: string): (() => void) | undefined => {
  if (!('highlights' in CSS)) return undefined;
  CSS.highlights.delete('found');
  if (scope === null || words === '') return undefined;
  const wanted = words.toLowerCase();
  const highlight = new Highlight();
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue?.toLowerCase() ?? '';
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      highlight.add(range);
    }
  }
  CSS.highlights.set('found', highlight);
  return () => void CSS.highlights.delete('found');
};
