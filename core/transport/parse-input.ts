import {
  AgentNetError,
  apiCatalog,
  type InputProblem,
  type Procedure,
  type ProcedureName,
} from '../contract/index.ts';

/** Key path as users write it: `budget.usd`, `agents[2]`. */
const keyPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/**
 * Parses what came over a wire. Throws `input/invalid` with all problems in `data.problems`; the place of the
 * first one is the error's own.
 */
export const parseInput = (name: ProcedureName, value: unknown): Record<string, unknown> => {
  const procedure: Procedure = apiCatalog[name];
  const parsed = procedure.input.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue): InputProblem => {
    const path = keyPath(issue.path);
    return { code: 'input/invalid', message: issue.message, where: path === '' ? {} : { path } };
  });
  const words = problems.map(({ message, where }) => (where.path ? `${where.path}: ${message}` : message));
  throw new AgentNetError('input/invalid', words.join('; '), {
    ...(problems[0] && { where: problems[0].where }),
    kept: 'Nothing was changed.',
    remedy: 'Correct the named keys and send the request again.',
    data: { procedure: name, problems },
  });
};
