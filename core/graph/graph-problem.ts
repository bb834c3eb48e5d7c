/** What can be wrong with a graph. */
export type GraphProblemCode =
  | 'invalid-graph'
  | 'invalid-node'
  | 'too-large'
  | 'cut-off'
  | 'unknown-kind'
  | 'duplicate-id'
  | 'missing-dependency'
  | 'cycle'
  | 'unknown-agent'
  | 'invalid-template'
  | 'unbound-variable'
  | 'no-bound'
  | 'unknown-graph'
  | 'recursive-graph'
  | 'unknown-port'
  | 'type-mismatch'
  | 'unreachable-node'
  | 'invalid-test'
  | 'tools-not-built'
  | 'cut-off'
  | 'isolated-node';

/** One problem with its place; a graph with an `error` does not run, a `warning` is only said. */
export interface GraphProblem {
  readonly code: GraphProblemCode;
  readonly severity: 'error' | 'warning';
  /** Id of the node, or null where the whole graph is meant. */
  readonly node: string | null;
  readonly message: string;
  readonly remedy: string;
}

export const graphError = (
  code: GraphProblemCode,
  node: string | null,
  message: string,
  remedy: string,
): GraphProblem => ({ code, severity: 'error', node, message, remedy });

export const graphWarning = (
  code: GraphProblemCode,
  node: string | null,
  message: string,
  remedy: string,
): GraphProblem => ({ code, severity: 'warning', node, message, remedy });
