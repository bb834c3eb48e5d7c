import { Document, isMap, isSeq } from 'yaml';

/** A planned graph as a file that people edit: what it is for on top, the title of each task above it. */
export const planAsYaml = (graph: Readonly<Record<string, unknown>>, head: readonly string[]): string => {
  const document = new Document(graph, { aliasDuplicateObjects: false });
  document.commentBefore = head.map(commentLine).join('\n');
  const nodes = document.get('nodes', true);
  if (isSeq(nodes)) {
    for (const [index, node] of nodes.items.entries()) {
      if (!isMap(node)) continue;
      const title = node.get('title');
      if (typeof title === 'string') node.commentBefore = commentLine(title);
      node.spaceBefore = index > 0;
    }
  }
  return document.toString({ lineWidth: 110 });
};

/** Longest comment, in UTF-16 units. */
const MAX_COMMENT = 200;

/** On one line, whatever a model wrote: a comment must not end before its text does. */
const commentLine = (text: string): string =>
  ` ${text
    .slice(0, MAX_COMMENT)
    .replace(/[\p{Cc}\u2028\u2029\ufeff]+/gu, ' ')
    .toWellFormed()
    .trim()}`;
