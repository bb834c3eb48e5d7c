import type { NodeValue } from '../../contract/index.ts';
import type { OutputType } from '../graph.ts';
import { isRecord } from '../is-record.ts';
import { findJson } from './find-json.ts';

export type OutputReading =
  | { readonly ok: true; readonly value: NodeValue }
  /** `problem` completes "The output ...". */
  | { readonly ok: false; readonly problem: string };

/**
 * An answer as the value that its node gives on. JSON may stand among words or in a code block; a list may also be
 * written with bullets or numbers, or be the only list of an object. Linear in the length of the text.
 */
export const readOutput = (type: OutputType, text: string): OutputReading => {
  switch (type) {
    case 'text':
    case 'branch':
      return { ok: true, value: text };
    case 'json': {
      const found = findJson(text);
      return found ? { ok: true, value: found.value } : { ok: false, problem: 'holds no JSON' };
    }
    case 'list': {
      const items = listIn(text);
      return items ? { ok: true, value: items } : { ok: false, problem: 'holds no list' };
    }
  }
};

/** Items of a text that a person or a file gives: a list, or else its lines. */
export const readLines = (text: string): string[] => {
  const items = listIn(text);
  if (items) return items;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

/** Items of a value that is a list, or holds one; undefined where it does not. */
export const itemsIn = (value: NodeValue): string[] | undefined => {
  if (Array.isArray(value)) return value.map(textOf);
  if (!isRecord(value)) return undefined;
  const lists = Object.values(value).filter((member) => Array.isArray(member));
  return lists.length === 1 ? (lists[0] as NodeValue[]).map(textOf) : undefined;
};

/** A value as words for a prompt: texts as they are, the items of a list apart from each other, else JSON. */
export const textOf = (value: NodeValue): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    return value.some((item) => item.includes('\n'))
      ? value.join('\n\n')
      : value.map((item) => `- ${item}`).join('\n');
  }
  return JSON.stringify(value, null, typeof value === 'object' ? 2 : 0);
};

const listIn = (text: string): string[] | undefined => {
  const found = findJson(text);
  return (found && itemsIn(found.value)) ?? markedLines(text);
};

const MARK = /^\s{0,8}(?:[-*•+]|\d{1,5}[.):])\s+(?=\S)/;

/** Lines with a bullet or a number, each with what follows it further in; words before and behind are left out. */
const markedLines = (text: string): string[] | undefined => {
  const items: string[][] = [];
  let indent: number | undefined;
  let isOpen = false;
  for (const line of text.split('\n')) {
    const mark = MARK.exec(line.slice(0, 24))?.[0];
    const depth = line.length - line.trimStart().length;
    if (mark !== undefined && depth <= (indent ?? depth)) {
      indent = depth;
      items.push([line.slice(mark.length).trim()]);
      isOpen = true;
    } else if (line.trim() === '') continue;
    else if (isOpen && depth > (indent ?? 0)) items.at(-1)?.push(line.trim());
    else isOpen = false;
  }
  return items.length === 0 ? undefined : items.map((lines) => lines.join('\n'));
};
