/**
 * Every error code with the exit code of the command line (design section 5) and the HTTP status
 * of the problem document. `retryable` is what a caller may do unchanged, later.
 */
export const errorCodes = {
  'input/usage': { exit: 2, status: 400, retryable: false },
  'input/unreadable-file': { exit: 2, status: 400, retryable: false },
  'input/too-large': { exit: 2, status: 413, retryable: false },
  'input/invalid-yaml': { exit: 2, status: 400, retryable: false },
  'input/invalid': { exit: 2, status: 422, retryable: false },
  'input/not-built': { exit: 2, status: 422, retryable: false },
  'input/unknown-agent': { exit: 2, status: 422, retryable: false },
  'input/unknown-model': { exit: 2, status: 422, retryable: false },
  'input/unknown-price': { exit: 2, status: 422, retryable: false },
  'input/unknown-session': { exit: 2, status: 404, retryable: false },
  'input/unknown-graph': { exit: 2, status: 404, retryable: false },
  'input/unknown-route': { exit: 2, status: 404, retryable: false },
  'input/conflict': { exit: 2, status: 409, retryable: false },
  'session/wrong-state': { exit: 2, status: 409, retryable: false },
  'session/owned-elsewhere': { exit: 1, status: 423, retryable: true },
  'session/interrupted': { exit: 6, status: 503, retryable: true },
  'storage/locked': { exit: 1, status: 423, retryable: true },
  'storage/corrupt': { exit: 1, status: 500, retryable: false },
  'storage/newer': { exit: 1, status: 500, retryable: false },
  'storage/full': { exit: 6, status: 507, retryable: true },
  'storage/fenced': { exit: 1, status: 409, retryable: false },
  'storage/failed': { exit: 1, status: 500, retryable: false },
  'provider/auth': { exit: 5, status: 502, retryable: false },
  'provider/no-key': { exit: 5, status: 502, retryable: false },
  'provider/rate-limited': { exit: 5, status: 502, retryable: true },
  'provider/quota': { exit: 5, status: 502, retryable: false },
  'provider/overloaded': { exit: 5, status: 502, retryable: true },
  'provider/server': { exit: 5, status: 502, retryable: true },
  'provider/context-length': { exit: 5, status: 502, retryable: false },
  'provider/content-filter': { exit: 5, status: 502, retryable: false },
  'provider/not-found': { exit: 5, status: 502, retryable: false },
  'provider/invalid-request': { exit: 5, status: 502, retryable: false },
  'provider/malformed': { exit: 5, status: 502, retryable: true },
  'provider/cut': { exit: 5, status: 502, retryable: true },
  'provider/timeout': { exit: 5, status: 504, retryable: true },
  'provider/unreachable': { exit: 5, status: 502, retryable: true },
  'provider/empty': { exit: 5, status: 502, retryable: true },
  'provider/aborted': { exit: 6, status: 499, retryable: true },
  'budget/exceeded': { exit: 4, status: 402, retryable: false },
  'plan/unusable': { exit: 1, status: 422, retryable: true },
  'replay/different': { exit: 1, status: 409, retryable: false },
  'host/port-in-use': { exit: 1, status: 500, retryable: true },
  'host/unreachable': { exit: 1, status: 503, retryable: true },
  'host/unauthorized': { exit: 1, status: 401, retryable: false },
  'host/forbidden-origin': { exit: 1, status: 403, retryable: false },
  internal: { exit: 1, status: 500, retryable: false },
} as const satisfies Record<string, { exit: number; status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorCodes;

/** True for a string that is one of the codes; used where a code comes over a wire. */
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCodes, value);
