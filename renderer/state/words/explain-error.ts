import { type AgentNetError, type ErrorCode, toAgentNetError } from '../../../core/contract/index.ts';

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
    details: [place, error.kept, remedies[error.code] ?? error.remedy].filter(
      (text): text is string => text !== undefined && text !== '',
    ),
  };
};

/** Where the core's own remedy is a command for a terminal. */
const remedies: Partial<Record<ErrorCode, string>> = {
  'input/unknown-session': 'It may have been deleted, or belong to another data folder.',
  'input/unknown-graph': 'It may have been deleted, or belong to another data folder.',
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
