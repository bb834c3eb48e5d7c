/** A piece of a prompt: words, or the place where the output of a node goes. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly node: string };

export interface Template {
  readonly parts: readonly TemplatePart[];
  /** What could not be read, in words; such a place stays in the text as it is. */
  readonly problems: readonly string[];
}

const OPEN = '{{';
const CLOSE = '}}';
const DOTTED = '.output';
const QUOTED_BEGIN = 'nodes[';
const QUOTED_END = '].output';

/**
 * Reads `{{id.output}}` and `{{nodes["any id"].output}}`; `\{{` is two braces and nothing else. Linear in the length
 * of the text.
 */
export const parseTemplate = (text: string): Template => {
  const parts: TemplatePart[] = [];
  const problems: string[] = [];
  let words = '';
  const endWords = () => {
    if (words !== '') parts.push({ kind: 'text', text: words });
    words = '';
  };
  let from = 0;
  for (;;) {
    const open = text.indexOf(OPEN, from);
    if (open < 0) break;
    if (text[open - 1] === '\\' && open > from) {
      words += `${text.slice(from, open - 1)}${OPEN}`;
      from = open + OPEN.length;
      continue;
    }
    const close = text.indexOf(CLOSE, open);
    if (close < 0) {
      problems.push(`"${excerpt(text.slice(open))}" is never closed with }}`);
      break;
    }
    words += text.slice(from, open);
    const inside = text.slice(open + OPEN.length, close).trim();
    const node = nodeNamed(inside);
    if (node === undefined) {
      problems.push(`"${excerpt(text.slice(open, close + CLOSE.length))}" names no output of a node`);
      words += text.slice(open, close + CLOSE.length);
    } else {
      endWords();
      parts.push({ kind: 'output', node });
    }
    from = close + CLOSE.length;
  }
  words += text.slice(from);
  endWords();
  return { parts, problems };
};

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

const nodeNamed = (inside: string): string | undefined => {
  if (inside.startsWith(QUOTED_BEGIN) && inside.endsWith(QUOTED_END)) {
    try {
      const id: unknown = JSON.parse(inside.slice(QUOTED_BEGIN.length, -QUOTED_END.length));
      return typeof id === 'string' && id !== '' ? id : undefined;
    } catch {
      return undefined;
    }
  }
  const id = inside.endsWith(DOTTED) ? inside.slice(0, -DOTTED.length) : '';
  return /^[\w-]+$/.test(id) ? id : undefined;
};

/** Ids of the nodes whose outputs a prompt names, each once, in the order of the text. */
export const namedNodes = ({ parts }: Template): readonly string[] => [
  ...new Set(parts.flatMap((part) => (part.kind === 'output' ? [part.node] : []))),
];

/** The prompt with outputs in their places; one that is not there leaves its place empty. */
export const fillTemplate = ({ parts }: Template, outputOf: (node: string) => string | undefined): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : (outputOf(part.node) ?? ''))).join('');
