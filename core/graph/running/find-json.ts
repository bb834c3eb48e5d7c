import type { NodeValue } from '../../contract/index.ts';
import { isPlainData } from '../reading/plain-data.ts';

/** Openings that are tried, so that a text full of braces stays cheap. */
const MOST_TRIES = 20;
const FENCE = '```';

/** The first list or object in a text that can be stored: the text itself, a code block, or what stands among words. */
export const findJson = (text: string): { readonly value: NodeValue } | undefined => {
  const trimmed = text.trim();
  const whole = trimmed.startsWith('{') || trimmed.startsWith('[') ? parsed(trimmed) : undefined;
  return whole ?? inBlock(text) ?? amongWords(text);
};

const inBlock = (text: string): { readonly value: NodeValue } | undefined => {
  let from = text.indexOf(FENCE);
  for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries += 1) {
    const start = text.indexOf('\n', from);
    const end = start < 0 ? -1 : text.indexOf(FENCE, start);
    if (end < 0) return undefined;
    const found = parsed(text.slice(start, end).trim());
    if (found) return found;
    from = text.indexOf(FENCE, end + FENCE.length);
  }
  return undefined;
};

const amongWords = (text: string): { readonly value: NodeValue } | undefined => {
  const opening = /[[{]/g;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = opening.exec(text);
    if (!found) return undefined;
    const end = endOf(text, found.index);
    if (end === undefined) continue;
    const value = parsed(text.slice(found.index, end));
    if (value) return value;
  }
  return undefined;
};

const parsed = (text: string): { readonly value: NodeValue } | undefined => {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPlainData(value) ? { value: value as NodeValue } : undefined;
  } catch {
    return undefined;
  }
};

/** Behind the brace that closes the one at `from`, texts in quotes passed over. */
const endOf = (text: string, from: number): number | undefined => {
  let depth = 0;
  let inText = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
};
