import {
  AgentNetError,
  type ErrorPlace,
  fromWire,
  isErrorCode,
  toAgentNetError,
  toProblemDocument,
} from '../../contract/index.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/**
 * Any thrown value as an RFC 9457 response. `status` overrides the code's own where HTTP has a finer word (405).
 */
export const problemResponse = (
  thrown: unknown,
  instance: string,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response => {
  const problem = toProblemDocument(toAgentNetError(thrown), withoutKey(instance));
  const status = more.status ?? problem.status;
  return new Response(JSON.stringify({ ...problem, status }), {
    status,
    headers: { 'cache-control': 'no-store', ...more.headers, 'content-type': PROBLEM_TYPE },
  });
};

/** Somebody may have put a key in the place of a provider's name; the answer does not repeat it. */
const withoutKey = (path: string): string => path.replace(/(\/keys\/)[^/]+/, '$1{provider}');

/** The way back: what a problem document of another AgentNet says; one of somebody else becomes `internal`. */
export const errorFromProblem = (document: unknown): AgentNetError => {
  const { code, detail, where, kept, remedy, data } = (document ?? {}) as Readonly<Record<string, unknown>>;
  if (!isErrorCode(code)) return new AgentNetError('internal', 'The answer is not one of AgentNet.');
  return fromWire({
    code,
    message: String(detail),
    retryable: false,
    ...(isRecord(where) && { where: where as ErrorPlace }),
    ...(typeof kept === 'string' && { kept }),
    ...(typeof remedy === 'string' && { remedy }),
    ...(isRecord(data) && { data }),
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
