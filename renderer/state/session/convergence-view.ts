import type { ConvergenceMethod } from '../../../core/contract/index.ts';
import type { ConvergenceView } from './rows.ts';

interface MethodCurve {
  readonly method: ConvergenceMethod;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly latest: ConvergenceView;
}

const names: Record<ConvergenceMethod, string> = {
  lexical: 'shared wording',
  vote: 'agreement in votes',
  stagnation: 'standstill',
};
export const methodName = (method: ConvergenceMethod): string => names[method];

/** One curve a method, the leading one first: the one that says agreement, not the one that says standstill. */
export const convergenceCurves = (measured: readonly ConvergenceView[]): readonly MethodCurve[] => {
  const byMethod = new Map<ConvergenceMethod, ConvergenceView[]>();
  for (const one of measured) byMethod.set(one.method, [...(byMethod.get(one.method) ?? []), one]);
  return [...byMethod.entries()]
    .sort(([a], [b]) => rank(a) - rank(b))
    .flatMap(([method, all]) => {
      const latest = all.at(-1);
      if (latest === undefined) return [];
      return [{ method, latest, points: all.map(({ round, value }) => ({ x: round, y: value })) }];
    });
};

const rank = (method: ConvergenceMethod): number => ({ vote: 0, lexical: 1, stagnation: 2 })[method];

/** The measure a round header names: agreement before standstill. */
export const leadingMeasure = (measured: readonly ConvergenceView[]): ConvergenceView | undefined =>
  [...measured].sort((a, b) => rank(a.method) - rank(b.method))[0];

/** A standstill that was measured, if the latest round shows one. */
export const standstill = (measured: readonly ConvergenceView[]): ConvergenceView | undefined => {
  const latest = measured.findLast(({ method }) => method === 'stagnation');
  return latest?.met ? latest : undefined;
};
