import type { ErrorPlace, InputProblem } from '../contract/index.ts';
import { type InputPath, pathText } from './input-path.ts';

/** A problem at a path, before its line is known. */
export interface Finding {
  /** One of the `input/...` codes. */
  readonly code: string;
  /** Sentences that name the path themselves. */
  readonly message: string;
  readonly path: InputPath;
  /** Whether the key or its value is wrong. */
  readonly at: 'key' | 'value';
  readonly nearest?: string;
}

export type PlaceOf = (path: InputPath, at: 'key' | 'value') => ErrorPlace;

const MOST_PROBLEMS = 100;

/** As problems with their places, in the order of the text, at most 100. */
export const toProblems = (findings: readonly Finding[], placeOf: PlaceOf): readonly InputProblem[] =>
  withoutRepeats(findings)
    .slice(0, MOST_PROBLEMS)
    .map(({ code, message, path, at, nearest }) => ({
      code,
      message,
      where: placeOf(path, at),
      ...(nearest !== undefined && { nearest }),
    }))
    .toSorted(
      (left, right) =>
        order(left.where, 'line') - order(right.where, 'line') ||
        order(left.where, 'column') - order(right.where, 'column'),
    );

/** A schema may find the same thing by two of its rules. */
const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [finding.message, finding])).values(),
];

/** Problems without a line come last. */
const order = (where: ErrorPlace, key: 'line' | 'column'): number => where[key] ?? Number.MAX_SAFE_INTEGER;

/** Where a value came as data and not as text. */
export const pathOnly =
  (file: string | undefined): PlaceOf =>
  (path) => ({ ...(file !== undefined && { file }), ...(path.length > 0 && { path: pathText(path) }) });
