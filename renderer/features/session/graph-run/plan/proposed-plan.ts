import type { NodeRun } from '../../../../../core/contract/index.ts';

type Plain = Readonly<Record<string, unknown>>;

/** True when a person is asked about a graph and not about a text. */
export const isPlan = ({ kind, asks }: Pick<NodeRun, 'kind' | 'asks'>): boolean =>
  kind === 'delegate' && proposedPlan(asks) !== null;

/** The graph that waits for approval, in its plain form. */
export const proposedPlan = (asks: string | null): Plain | null => {
  if (asks === null) return null;
  try {
    const data: unknown = JSON.parse(asks);
    return typeof data === 'object' && data !== null && Array.isArray((data as Plain)['nodes'])
      ? (data as Plain)
      : null;
  } catch {
    return null;
  }
};
