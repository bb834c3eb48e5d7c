/** Words that stand for something only inside of a map or a loop. */
export const bodyVariables = ['item', 'index', 'previous', 'iteration'] as const;
export type BodyVariable = (typeof bodyVariables)[number];

/** What a place in a template stands for. */
export type TemplateSource =
  | { readonly kind: 'output'; readonly node: string }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: BodyVariable };

/** A place in a template, in UTF-16 units of its text, `to` behind the last. */
export interface TemplatePlace {
  readonly from: number;
  readonly to: number;
}

/** A piece of a template: words, or the place where a value goes. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly source: TemplateSource; readonly place: TemplatePlace };

export interface TemplateProblem {
  /** Begins with the words that are wrong, in quotes. */
  readonly message: string;
  readonly place: TemplatePlace;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  /** What could not be read; such a place stays in the text as it is. */
  readonly problems: readonly TemplateProblem[];
}

const OPEN = '{{';
const CLOSE = '}}';

/**
 * Reads `{{id.output}}`, `{{nodes["any id"].output}}`, `{{inputs.name}}`, `{{inputs["any name"]}}` and the variables of
 * bodies. `\{{` is two braces and nothing else, `\\{{` a backslash and a place. Of more than two braces the last two
 * open a place. Linear in the length of the text.
 */
export const parseTemplate = (text: string): Template => {
  const parts: TemplatePart[] = [];
  const problems: TemplateProblem[] = [];
  let words = '';
  let from = 0;
  for (;;) {
    let open = text.indexOf(OPEN, from);
    if (open < 0) break;
    const slashes = backslashesBefore(text, open, from);
    words += text.slice(from, open - (slashes - (slashes >> 1)));
    if (slashes % 2 === 1) {
      words += OPEN;
      from = open + OPEN.length;
      continue;
    }
    while (text[open + OPEN.length] === '{') {
      words += '{';
      open += 1;
    }
    const close = text.indexOf(CLOSE, open);
    if (close < 0) {
      problems.push({
        message: `"${excerpt(text.slice(open, open + 100))}" is never closed with }}`,
        place: { from: open, to: text.length },
      });
      from = open;
      break;
    }
    const place = { from: open, to: close + CLOSE.length };
    const source = sourceNamed(text.slice(open + OPEN.length, close).trim());
    if (source === undefined) {
      const written = text.slice(place.from, place.to);
      problems.push({ message: `"${excerpt(written)}" names no value`, place });
      words += written;
    } else {
      if (words !== '') parts.push({ kind: 'text', text: words });
      words = '';
      parts.push({ kind: 'value', source, place });
    }
    from = place.to;
  }
  words += text.slice(from);
  if (words !== '') parts.push({ kind: 'text', text: words });
  return { parts, problems };
};

/** How many backslashes stand right before a place of the text, none counted before `least`. */
export const backslashesBefore = (text: string, at: number, least: number): number => {
  let first = at;
  while (first > least && text[first - 1] === '\\') first -= 1;
  return at - first;
};

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

const PLAIN_NAME = /^[\w-]+$/;

const sourceNamed = (inside: string): TemplateSource | undefined => {
  const variable = bodyVariables.find((name) => name === inside);
  if (variable !== undefined) return { kind: 'variable', name: variable };
  if (inside.startsWith('inputs.')) {
    const name = inside.slice('inputs.'.length);
    return PLAIN_NAME.test(name) ? { kind: 'input', name } : undefined;
  }
  if (inside.startsWith('inputs[') && inside.endsWith(']')) {
    const name = quotedName(inside.slice('inputs['.length, -1));
    return name === undefined ? undefined : { kind: 'input', name };
  }
  if (!inside.endsWith('.output')) return undefined;
  const named = inside.slice(0, -'.output'.length);
  if (named.startsWith('nodes[') && named.endsWith(']')) {
    const node = quotedName(named.slice('nodes['.length, -1));
    return node === undefined ? undefined : { kind: 'output', node };
  }
  return PLAIN_NAME.test(named) ? { kind: 'output', node: named } : undefined;
};

const quotedName = (text: string): string | undefined => {
  try {
    const name: unknown = JSON.parse(text);
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
};
