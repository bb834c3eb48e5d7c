import { parseTemplate, type Template } from '../../../graph/index.ts';

/** Templates read so far: the body of a map is read once and not once for each item. */
export type Templates = (text: string) => Template;

export const createTemplates = (): Templates => {
  const known = new Map<string, Template>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const template = parseTemplate(text);
    known.set(text, template);
    return template;
  };
};
