import type * as z from 'zod';
import { explainIssues, type InputWords } from './explain-issues.ts';
import type { Finding } from './finding.ts';
import type { InputPath } from './input-path.ts';
import { pathText } from './input-path.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { shown } from './shown.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Checks data against a strict schema and says everything that is wrong with it at once. */
export const checkValue = <T>(schema: z.ZodType<T>, value: unknown, words: InputWords): Checked<T> => {
  const unfit = [...unfitTexts(value, [])];
  if (unfit.length > 0) return { ok: false, findings: unfit };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const start = `${words.whole} must be a mapping of keys, each with its value`;
    const message = `${start.charAt(0).toUpperCase()}${start.slice(1)}; it is ${shown(value)}.`;
    return { ok: false, findings: [{ code: 'input/invalid', message, path: [], at: 'value' }] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, findings: explainIssues(result.error.issues, value, jsonSchemaOf(schema), words) };
};

/** Deeper than anything a schema here allows; data from a wire may be nested without end. */
const DEEPEST = 32;

/** Texts that cannot be stored: with NUL bytes, or with half of a surrogate pair. */
function* unfitTexts(value: unknown, path: InputPath): Generator<Finding> {
  if (typeof value === 'string') {
    const reason = reasonAgainst(value);
    if (reason) yield unfit(reason, path, 'value');
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (path.length > DEEPEST) {
    yield unfit('is nested too deeply', path.slice(0, 3), 'value');
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* unfitTexts(item, [...path, index]);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const reason = reasonAgainst(name);
    if (reason) yield unfit(`: its name ${reason}`, [...path, name], 'key');
    yield* unfitTexts(member, [...path, name]);
  }
}

const reasonAgainst = (text: string): string | undefined => {
  if (text.includes('\u0000')) return 'must not contain NUL bytes';
  return text.isWellFormed() ? undefined : 'must not contain half of a surrogate pair';
};

const unfit = (reason: string, path: InputPath, at: Finding['at']): Finding => ({
  code: 'input/invalid',
  message: `${pathText(path) || 'The value'} ${reason}.`.replace(' :', ':'),
  path,
  at,
});
