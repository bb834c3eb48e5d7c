import { isRecord } from '../is-record.ts';
import { MAX_ID, MAX_PROMPT } from './limits.ts';
import { isText } from './plain-data.ts';

/** Texts by name; numbers and truth values as they are written, null as nothing. Undefined where it is none. */
export const readTemplates = (value: unknown): Readonly<Record<string, string>> | undefined => {
  if (!isRecord(value)) return undefined;
  const read: [string, string][] = [];
  for (const [name, given] of Object.entries(value)) {
    const text = given === null ? '' : typeof given === 'object' ? undefined : String(given);
    if (!isText(name, MAX_ID) || name === '' || !isText(text, MAX_PROMPT)) return undefined;
    read.push([name, text]);
  }
  return Object.fromEntries(read);
};
