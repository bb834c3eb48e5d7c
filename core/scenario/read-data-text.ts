import { stringify } from 'yaml';
import type { InputProblem } from '../contract/index.ts';
import { readYaml } from './yaml-source.ts';

export type DataReading =
  | { readonly ok: true; readonly value: unknown; readonly hasComments: boolean }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/**
 * Data out of a JSON or YAML text. A text that begins with `{` or `[` is JSON where it can be read as such, however
 * long it is; all else is YAML with its limits of length and nesting.
 */
export const readDataText = (text: string, file: string): DataReading => {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/^\s*[{[]/.test(body)) {
    try {
      return { ok: true, value: JSON.parse(body), hasComments: false };
    } catch {
      // Flow style YAML begins so as well, and says better what is wrong.
    }
  }
  const read = readYaml(text, file);
  if (!read.ok) return read;
  return { ok: true, value: read.source.value, hasComments: /^\s*#|\s#/m.test(body) };
};

/** Data as a YAML text; long texts in blocks, no anchors. */
export const dataAsYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 110, aliasDuplicateObjects: false });
