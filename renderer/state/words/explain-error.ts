import { type AgentNetError, toAgentNetError } from '../../../core/contract/index.ts';

interface Explanation {
  /** What happened. */
  readonly title: string;
  /** Where, what was kept, what to do: a sentence each. */
  readonly details: readonly string[];
}

/** Any error in words for people. */
export const explainError = (thrown: unknown): Explanation => {
  const error = asAgentNetError(thrown);
  const place = placeOf(error);
  return {
    title: error.message,
    details: [place, error.kept, error.remedy].filter(
      (text): text is string => text !== undefined && text !== '',
    ),
  };
};

/** An aborted request is the reader's own doing and never news. */
export const isAbort = (thrown: unknown): boolean =>
  (thrown instanceof Error && thrown.name === 'AbortError') ||
  asAgentNetError(thrown).code === 'provider/aborted';

const asAgentNetError = (thrown: unknown): AgentNetError => toAgentNetError(thrown);

const placeOf = (error: AgentNetError): string | undefined => {
  const { line, path } = error.where ?? {};
  if (line !== undefined && path) return `Line ${line}, ${path}.`;
  if (line !== undefined) return `Line ${line}.`;
  return path ? `At ${path}.` : undefined;
};
