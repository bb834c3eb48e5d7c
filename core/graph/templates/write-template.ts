import { backslashesBefore, type TemplatePart, type TemplateSource } from './parse-template.ts';

type WrittenPart =
  | Extract<TemplatePart, { kind: 'text' }>
  | { readonly kind: 'value'; readonly source: TemplateSource };

/** The text that reads as these parts; the opposite of `parseTemplate`. */
export const writeTemplate = (parts: readonly WrittenPart[]): string => {
  let written = '';
  let words = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      words += part.text;
      continue;
    }
    written += `${beforePlace(escapeTemplate(words))}${writePlace(part.source)}`;
    words = '';
  }
  return written + escapeTemplate(words);
};

/** Backslashes right before a place are doubled, or they would take its meaning away. */
const beforePlace = (words: string): string => {
  const end = words.endsWith('{') ? words.length - 1 : words.length;
  return words.slice(0, end) + '\\'.repeat(backslashesBefore(words, end, 0)) + words.slice(end);
};

/** A text as a template that stands for itself. Linear: no pattern is tried from every backslash. */
export const escapeTemplate = (text: string): string => {
  let escaped = '';
  let from = 0;
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', from)) {
    const doubled = '\\'.repeat(backslashesBefore(text, at, from) + 1);
    escaped += `${text.slice(from, at)}${doubled}{{`;
    from = at + 2;
  }
  return escaped + text.slice(from);
};

/** `{{analysis.output}}`, or the form for any id where the id is no plain word. */
export const writePlace = (source: TemplateSource): string => {
  switch (source.kind) {
    case 'variable':
      return `{{${source.name}}}`;
    case 'input':
      return /^[\w-]+$/.test(source.name)
        ? `{{inputs.${source.name}}}`
        : `{{inputs[${quoted(source.name)}]}}`;
    case 'output':
      return /^[\w-]+$/.test(source.node) && source.node !== 'inputs'
        ? `{{${source.node}.output}}`
        : `{{nodes[${quoted(source.node)}].output}}`;
  }
};

/** Braces are written by number, so that none of them ends the place. */
const quoted = (name: string): string =>
  JSON.stringify(name).replaceAll('}', '\\u007d').replaceAll('{', '\\u007b');
