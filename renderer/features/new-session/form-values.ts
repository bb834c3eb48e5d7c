import type { InputProblem } from '../../../core/contract/index.ts';

type Data = Readonly<Record<string, unknown>>;

/** Reads of loosely typed data: what has another shape is shown as empty, and the check says what is wrong. */
export const textAt = (data: Data, key: string): string => {
  const value = data[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
};

export const numberAt = (data: Data, key: string): number | undefined => {
  const value = data[key];
  return typeof value === 'number' ? value : undefined;
};

export const textsAt = (data: Data, key: string): readonly string[] => {
  const value = data[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

export const groupAt = (data: Data, key: string): Data => {
  const value = data[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
};

/** The first problem at a key or below it, with the nearest valid name where there is one. */
export const problemAt = (problems: readonly InputProblem[], key: string): string | undefined => {
  const problem = problems.find(({ where }) => {
    const path = where.path ?? '';
    return path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`);
  });
  if (problem === undefined) return undefined;
  const says = problem.message;
  return problem.nearest === undefined || says.includes(problem.nearest)
    ? says
    : `${says}; did you mean ${problem.nearest}?`;
};
