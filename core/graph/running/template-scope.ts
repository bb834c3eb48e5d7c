import type { NodeValue } from '../../contract/index.ts';
import { named } from '../named.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import { parseTemplate, type TemplateSource } from '../templates/parse-template.ts';
import { isOverTemplate } from '../templates/templates-of.ts';
import { itemsIn, readLines, textOf } from './read-output.ts';

/** What the places of a template stand for. */
export interface TemplateScope {
  readonly outputOf: (node: string) => NodeValue | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  /** Of the map around: its item, and its number from 0. */
  readonly item?: NodeValue | undefined;
  readonly index?: number | undefined;
  /** Of the loop around: the output of the round before, and the number of this one from 1. */
  readonly previous?: NodeValue | undefined;
  readonly iteration?: number | undefined;
}

/** A template with every value in its place, as it is; what is not there leaves its place empty. */
export const fillText = (text: string, scope: TemplateScope): string => {
  if (!text.includes('{{')) return text;
  return fillTemplate(parseTemplate(text), (source) => {
    const value = valueIn(source, scope);
    return value === undefined ? undefined : textOf(value);
  });
};

const valueIn = (source: TemplateSource, scope: TemplateScope): NodeValue | undefined => {
  switch (source.kind) {
    case 'output':
      return scope.outputOf(source.node);
    case 'input':
      return named(scope.inputs, source.name);
    case 'variable':
      return scope[source.name];
  }
};

export type ItemsReading =
  | { readonly ok: true; readonly items: readonly string[] }
  /** `problem` is a sentence. */
  | { readonly ok: false; readonly problem: string };

/** The list that `over` of a map or a reduce stands for. A text is read as a list, or else line by line. */
export const itemsOf = (over: string, scope: TemplateScope): ItemsReading => {
  const value = isOverTemplate(over) ? valueOver(over, scope) : scope.outputOf(over);
  if (value === undefined) return { ok: false, problem: 'There is no output to take items from.' };
  if (typeof value === 'string') return { ok: true, items: readLines(value) };
  const items = itemsIn(value);
  return items ? { ok: true, items } : { ok: false, problem: 'The output to take items from is no list.' };
};

/** A template of one place and nothing else stands for the value itself, not for its words. */
const valueOver = (over: string, scope: TemplateScope): NodeValue | undefined => {
  const parts = parseTemplate(over.trim()).parts;
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'value' ? valueIn(only.source, scope) : fillText(over, scope);
};
