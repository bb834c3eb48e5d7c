import { type InputProblem, type PlainCall, plainCall } from '../contract/index.ts';
import { checkModelName, type ProviderSettings } from '../providers/index.ts';
import { checkValue, inputError } from '../scenario/index.ts';

interface ReadingWith {
  readonly file: string;
  /** The chain of lines that name no model; one or more names. */
  readonly models?: readonly string[] | undefined;
  readonly settings: Pick<ProviderSettings, 'entries'>;
}

const words = { whole: 'the call', notBuiltKeys: [], notBuiltValues: {}, isSecret: () => false };
const REMEDY = 'Correct it and start again.';

/**
 * The calls of a file with one JSON object a line; empty lines are passed over. A line without an `id` gets its
 * number. Throws an input error whose `data.problems` holds every problem with its line, so that no call is made
 * of a file that is wrong somewhere.
 */
export const readPlainCalls = (text: string, reading: ReadingWith): readonly PlainCall[] => {
  const calls: PlainCall[] = [];
  const problems: InputProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, index + 1, reading);
    if (read.ok) calls.push(read.call);
    else problems.push(...read.problems);
  }
  if (problems.length > 0) throw inputError(problems, REMEDY);
  if (calls.length === 0) throw inputError([empty(reading.file)], REMEDY);
  return calls;
};

type ReadLine =
  | { readonly ok: true; readonly call: PlainCall }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

const readLine = (text: string, line: number, { file, models, settings }: ReadingWith): ReadLine => {
  const where = { file, line };
  const value = parsed(text);
  if (value === undefined) return failed({ code: 'input/invalid', message: 'The line is no JSON.', where });
  if (namesBoth(value))
    return failed({ code: 'input/invalid', message: BOTH, where: { ...where, path: 'models' } });
  const checked = checkValue(plainCall, withDefaults(value, line, models), words);
  if (!checked.ok) {
    return {
      ok: false,
      problems: checked.findings.map(({ code, message, path, nearest }) => ({
        code,
        message,
        where: { ...where, ...(path.length > 0 && { path: path.join('.') }) },
        ...(nearest !== undefined && { nearest }),
      })),
    };
  }
  const { model, models: chain } = checked.value;
  for (const [link, name] of (chain ?? [model]).entries()) {
    const unknown = checkModelName(name, settings);
    const path = chain === undefined ? 'model' : `models.${link}`;
    if (unknown) return failed({ ...unknown, where: { ...where, path } });
  }
  return { ok: true, call: checked.value };
};

const BOTH = 'A call names its model or, with "models", a chain of them, not both.';

const namesBoth = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && 'model' in value && 'models' in value;

const failed = (problem: InputProblem): ReadLine => ({ ok: false, problems: [problem] });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const withDefaults = (value: unknown, line: number, models: readonly string[] = []): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { id } = value as { readonly id?: unknown };
  return {
    ...modelsOf(value, models),
    ...value,
    id: id === undefined || typeof id === 'number' ? String(id ?? line) : id,
  };
};

/** A chain begins with the model that is asked first. */
const modelsOf = (value: object, models: readonly string[]): object => {
  if ('model' in value) return {};
  const chain: unknown = 'models' in value ? value.models : models;
  if (!Array.isArray(chain) || chain.length === 0) return {};
  return chain.length === 1 && !('models' in value)
    ? { model: chain[0] }
    : { model: chain[0], models: chain };
};

const empty = (file: string): InputProblem => ({
  code: 'input/invalid',
  message:
    'It holds no call; a call is a line like {"id":"1","model":"stub/echo","messages":[{"role":"user","content":"Hello"}]}.',
  where: { file },
});
