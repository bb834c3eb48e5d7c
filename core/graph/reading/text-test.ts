import type { TextTest } from '../graph.ts';
import { isRecord } from '../is-record.ts';
import { isText } from './plain-data.ts';

/** Longest text of a test in UTF-16 units. */
const MAX_TEST = 2_000;

export const TEXT_TEST_FORM =
  'Write one of {contains: "..."}, {equals: "..."}, {matches: "..."}, {above: 7}, {below: 7}, {empty: true}.';

/** Reads `{contains: "..."}` and its like; undefined where it is none of them. */
export const readTextTest = (value: unknown): TextTest | undefined => {
  if (!isRecord(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  const [kind, wanted] = entry;
  switch (kind) {
    case 'contains':
    case 'equals':
    case 'matches':
      return isText(wanted, MAX_TEST) && (kind === 'equals' || wanted !== '')
        ? { kind, text: wanted }
        : undefined;
    case 'above':
    case 'below':
      return typeof wanted === 'number' && Number.isFinite(wanted) ? { kind, number: wanted } : undefined;
    case 'empty':
      return wanted === true ? { kind } : undefined;
    default:
      return undefined;
  }
};

export const textTestAsData = (test: TextTest): Readonly<Record<string, unknown>> => {
  switch (test.kind) {
    case 'above':
    case 'below':
      return { [test.kind]: test.number };
    case 'empty':
      return { empty: true };
    default:
      return { [test.kind]: test.text };
  }
};
