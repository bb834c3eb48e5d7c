import type * as z from 'zod';
import { nearestName } from '../contract/index.ts';
import { expectation } from './expectation.ts';
import type { Finding } from './finding.ts';
import { type InputPath, pathText } from './input-path.ts';
import { type JsonSchema, namesIn, schemaAt } from './json-schema.ts';
import { quoted, shown } from './shown.ts';

/** What a kind of input adds to the plain reading of its schema. */
export interface InputWords {
  /** How the whole is called in a sentence: "the specification". */
  readonly whole: string;
  /** Keys of the root that the design names and whose work is not built yet. */
  readonly notBuiltKeys: readonly string[];
  /** Values whose work is not built yet, by path; list places are written `[]`. */
  readonly notBuiltValues: Readonly<Record<string, readonly string[]>>;
  /** True for paths whose values are never repeated, since a secret may have been put there. */
  readonly isSecret: (path: InputPath) => boolean;
}

type Issue = z.core.$ZodIssue;

/** The schema's findings in a user's words. */
export const explainIssues = (
  issues: readonly Issue[],
  root: unknown,
  schema: JsonSchema,
  words: InputWords,
): readonly Finding[] => issues.flatMap((issue) => explain(issue, [], root, schema, words));

const explain = (
  issue: Issue,
  before: InputPath,
  root: unknown,
  rootSchema: JsonSchema,
  words: InputWords,
): readonly Finding[] => {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const schema = schemaAt(rootSchema, path);
  const value = valueAt(root, path);
  const invalid = (message: string, rest: Partial<Finding> = {}): readonly Finding[] => [
    { code: 'input/invalid', message, path, at: 'value', ...rest },
  ];
  const name = path.length === 0 ? upperFirst(words.whole) : pathText(path);
  const given = words.isSecret(path) ? '' : `; it is ${shown(value)}`;

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, namesIn(schema), words));
    case 'invalid_union': {
      const form = issue.errors.find((found) => !found.some(isOtherKind));
      if (form) return form.flatMap((inner) => explain(inner, path, root, rootSchema, words));
      break;
    }
    case 'invalid_key':
      return invalid(`${name} cannot be a name here: ${issue.issues[0]?.message ?? 'it is not allowed'}.`, {
        at: 'key',
      });
    case 'invalid_value':
      if (value === undefined) break;
      return [wrongChoice(value, path, schema, name, given, words)];
    case 'invalid_format':
      return invalid(`${name} must be ${issue.message.replace(/^must be /, '')}${given}.`);
    case 'custom':
      return invalid(`${name} ${issue.message}.`);
    case 'too_big':
      if (schema.maximum === Number.MAX_SAFE_INTEGER)
        return invalid(`${name} must be at most ${schema.maximum}.`);
      if (typeof value !== 'string') break;
      return invalid(`${name} must be ${expectation(schema)}; it has ${value.length} characters.`, {
        code: 'input/too-large',
      });
    case 'too_small':
      if (value !== '') break;
      return invalid(`${name} must not be empty.`);
    default:
  }
  if (value === undefined && path.length > 0) {
    return invalid(`${name} is missing; it must be ${expectation(schema)}.`);
  }
  return invalid(`${name} must be ${expectation(schema)}${given}.${hint(value, schema)}`);
};

/** A form of a union that was not meant at all, since the value is of another kind. */
const isOtherKind = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

const unknownKey = (key: string, parent: InputPath, names: readonly string[], words: InputWords): Finding => {
  const path = [...parent, key];
  const at = 'key' as const;
  if (parent.length === 0 && words.notBuiltKeys.includes(key)) {
    const message = `${key} is not built yet, so ${words.whole} cannot use it; remove the key.`;
    return { code: 'input/not-built', message, path, at };
  }
  const nearest = nearestName(key, names);
  const inside = parent.length === 0 ? '' : ` in ${pathText(parent)}`;
  const remedy =
    nearest === undefined
      ? `The keys${parent.length === 0 ? '' : ' there'} are ${names.join(', ')}.`
      : `Did you mean ${nearest}?`;
  const message = `Unknown key ${quoted(key)}${inside}. ${remedy}`;
  return { code: 'input/invalid', message, path, at, ...(nearest !== undefined && { nearest }) };
};

const wrongChoice = (
  value: unknown,
  path: InputPath,
  schema: JsonSchema,
  name: string,
  given: string,
  words: InputWords,
): Finding => {
  const choices = (schema.enum ?? []).map(String);
  const at = 'value' as const;
  const notBuilt = words.notBuiltValues[pathText(path).replace(/\[\d+\]/g, '[]')] ?? [];
  if (typeof value === 'string' && notBuilt.includes(value)) {
    const message = `${name}: ${value} is not built yet; use ${choices.join(', ')}.`;
    return { code: 'input/not-built', message, path, at };
  }
  const nearest = typeof value === 'string' ? nearestName(value, choices) : undefined;
  const remedy = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  const message = `${name} must be ${expectation(schema)}${given}.${remedy}`;
  return { code: 'input/invalid', message, path, at, ...(nearest !== undefined && { nearest }) };
};

const hint = (value: unknown, schema: JsonSchema): string => {
  if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return ' Write it in quotes to make it text.';
  }
  if (schema.type === 'array' && typeof value === 'string') return ' Write it as a list, in brackets.';
  if ((schema.type === 'integer' || schema.type === 'number') && isNumeral(value)) {
    return ' Write it without quotes.';
  }
  return '';
};

const isNumeral = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Undefined where the path leads nowhere. */
export const valueAt = (root: unknown, path: InputPath): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
