import type { Template, TemplateSource } from './parse-template.ts';

/** The text with values in their places; one that is not there leaves its place empty. Values are never read as templates. */
export const fillTemplate = (
  { parts }: Template,
  valueAt: (source: TemplateSource) => string | undefined,
): string => parts.map((part) => (part.kind === 'text' ? part.text : (valueAt(part.source) ?? ''))).join('');

/** Ids of the nodes whose outputs a template names, each once, in the order of the text. */
export const namedNodes = ({ parts }: Template): readonly string[] => [
  ...new Set(
    parts.flatMap((part) =>
      part.kind === 'value' && part.source.kind === 'output' ? [part.source.node] : [],
    ),
  ),
];
