import type { NodeValue } from '../../contract/index.ts';
import type { Work } from '../turn-brief.ts';

export type ReadOutput =
  | { readonly kind: 'read'; readonly value: NodeValue }
  /** In words, for the next attempt and for people. */
  | { readonly kind: 'unreadable'; readonly message: string };

/** Longest text that is searched for JSON, in UTF-16 units; a longer one has to be JSON as a whole. */
const MAX_SEARCHED = 1_000_000;

/** The output of a task in the form that was asked for. Never throws; linear in the text. */
export const readOutput = (expects: Work['expects'], text: string): ReadOutput => {
  switch (expects) {
    case 'text':
      return { kind: 'read', value: text };
    case 'list': {
      const value = listIn(text);
      return value
        ? { kind: 'read', value }
        : {
            kind: 'unreadable',
            message: 'A list was asked for, and no item of one was found in the answer.',
          };
    }
    case 'json': {
      const value = jsonIn(text);
      return value === undefined
        ? { kind: 'unreadable', message: 'JSON was asked for, and none could be read in the answer.' }
        : { kind: 'read', value };
    }
  }
};

const parsed = (text: string): NodeValue | undefined => {
  try {
    return JSON.parse(text) as NodeValue;
  } catch {
    return undefined;
  }
};

const fenced = /```[a-z]{0,12}[ \t]*\n([\s\S]*?)\n?```/i;

/** The whole text, its first fenced block, or what stands between the first and the last bracket. */
const jsonIn = (text: string): NodeValue | undefined => {
  const plain = text.trim();
  const whole = parsed(plain);
  if (whole !== undefined || plain.length > MAX_SEARCHED) return whole;
  const block = fenced.exec(plain)?.[1];
  const inBlock = block === undefined ? undefined : parsed(block.trim());
  if (inBlock !== undefined) return inBlock;
  const from = plain.search(/[[{]/);
  const to = Math.max(plain.lastIndexOf(']'), plain.lastIndexOf('}'));
  return from < 0 || to <= from ? undefined : parsed(plain.slice(from, to + 1));
};

/** A JSON array, the only array in a JSON object, or the marked lines of a Markdown list. */
const listIn = (text: string): string[] | undefined => {
  const json = jsonIn(text);
  if (Array.isArray(json)) return json.map(itemText);
  if (typeof json === 'object' && json !== null) {
    const lists = Object.values(json).filter(Array.isArray);
    if (lists.length === 1) return (lists[0] as NodeValue[]).map(itemText);
  }
  return listLines(text);
};

const itemText = (value: NodeValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const marked = /^( {0,3})(?:[-*+\u2022]|\d{1,4}[.)])\s+(\S.*)$/;

/** Items of the outermost list; indented lines and nested items belong to the item above them. */
const listLines = (text: string): string[] | undefined => {
  const items: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const item = marked.exec(line);
    if (item) {
      items.push((item[2] as string).trim());
      isOpen = true;
    } else if (isOpen && /^\s+\S/.test(line)) items[items.length - 1] += `\n${line.trim()}`;
    else isOpen = false;
  }
  return items.length > 0 ? items : undefined;
};
