import { AgentNetError, type ErrorCode } from '../contract/index.ts';
import { retryAfterMs, type Wire } from './http/index.ts';
import { requestId } from './request-id.ts';

/** What an API said about a failed call: in an error answer, or as an event inside a stream. */
export interface ApiFailure {
  /** HTTP status; undefined inside a stream. */
  readonly status?: number | undefined;
  readonly type?: unknown;
  readonly code?: unknown;
  readonly message: string;
}

/** The first rule that fits decides, so the narrower ones stand first. Words are those the APIs document. */
const rules: readonly (readonly [ErrorCode, (words: string, status: number, message: string) => boolean])[] =
  [
    [
      'provider/context-length',
      (words, status, message) =>
        words.includes('context_length_exceeded') ||
        ((status === 400 || status === 413 || status === 0) &&
          /context (length|window)|prompt is too long|too many tokens in the prompt/i.test(message)),
    ],
    [
      'provider/quota',
      (words, status, message) =>
        status === 402 ||
        /insufficient_quota|billing_error|billing_hard_limit/.test(words) ||
        /credit balance is too low|exceeded your current quota/i.test(message),
    ],
    ['provider/content-filter', (words) => /content_filter|content_policy|responsibleai/i.test(words)],
    [
      'provider/auth',
      (words, status) =>
        status === 401 ||
        status === 403 ||
        /authentication_error|permission_error|invalid_api_key/.test(words),
    ],
    ['provider/not-found', (words, status) => status === 404 || /not_found/.test(words)],
    ['provider/rate-limited', (words, status) => status === 429 || /rate_limit/.test(words)],
    ['provider/overloaded', (words, status) => status === 529 || status === 503 || /overloaded/.test(words)],
    ['provider/timeout', (words, status) => status === 408 || status === 504 || /timeout_error/.test(words)],
    [
      'provider/server',
      (words, status) => status === 409 || status >= 500 || /server_error|api_error/.test(words),
    ],
    [
      'provider/invalid-request',
      (words, status) => status >= 300 || /invalid_request|invalid_prompt/.test(words),
    ],
  ];

const remedies: Partial<Readonly<Record<ErrorCode, string>>> = {
  'provider/context-length': 'Use fewer rounds, a smaller context_tokens, or a model with a larger context.',
  'provider/quota': 'Check the plan and the credit of the account, or use another model.',
  'provider/content-filter': 'Word the topic differently, or use another model.',
  'provider/auth': 'Check the key and what it is allowed to use.',
  'provider/not-found': 'Check the name of the model and the address of the server.',
  'provider/rate-limited': 'Wait, run fewer sessions at once, or put another model behind it in the chain.',
  'provider/overloaded': 'Wait, or put another model behind it in the chain.',
  'provider/timeout': 'Try again, or put another model behind it in the chain.',
  'provider/server': 'Try again, or put another model behind it in the chain.',
  'provider/invalid-request':
    'The message says what the server does not accept; another model may accept it.',
};

/** Some servers send the status as the code, and some of those as a number inside a string. */
const statusOf = ({ status, code }: ApiFailure): number => {
  if (status !== undefined) return status;
  const number = typeof code === 'number' ? code : Number(typeof code === 'string' ? code : Number.NaN);
  return number >= 300 && number < 600 ? number : 0;
};

const LONGEST_MESSAGE = 1_000;

/** A failure that the API reported as our error; what is unknown counts as the server's fault, to be tried again. */
export const apiError = (failure: ApiFailure, wire: Wire, nowMs: number): AgentNetError => {
  const status = statusOf(failure);
  const words = wire.redact(
    [failure.type, failure.code].filter((word) => typeof word === 'string').join(' '),
  );
  const code = rules.find(([, fits]) => fits(words, status, failure.message))?.[0] ?? 'provider/server';
  const message = wire.redact(failure.message).trim().slice(0, LONGEST_MESSAGE) || `status ${status}`;
  const headers = wire.headers();
  const wait = headers ? retryAfterMs(headers, nowMs) : undefined;
  const id = requestId(wire);
  const remedy = remedies[code];
  return new AgentNetError(code, `${wire.model} at ${wire.host} refused the call: ${message}`, {
    ...(remedy !== undefined && { remedy }),
    data: {
      host: wire.host,
      ...(status > 0 && { status }),
      ...(words !== '' && { provider_code: words }),
      ...(wait !== undefined && { retry_after_ms: wait }),
      ...(id !== null && { request_id: id }),
    },
  });
};
