import type { ErrorCode, ToolCall, Usage } from '../../../core/contract/index.ts';
import type { StreamPart } from '../../../core/providers/index.ts';
import type { Outcome } from './call-recording.ts';
import type { Expected, Recording } from './recordings.ts';

/** The facts of a call that a recording's expectation speaks of. */
export interface Findings {
  readonly text: string;
  readonly reasoning_chars: number;
  readonly tool_calls: readonly ToolCall[];
  readonly usage: Usage | null;
  readonly finish_reason: string | null;
  readonly model: string | null;
  readonly error: ErrorCode | null;
  readonly retryable: boolean | null;
  readonly retry_after_ms: number | null;
}

const codes: Readonly<Record<string, ErrorCode>> = {
  auth: 'provider/auth',
  quota: 'provider/quota',
  rate_limit: 'provider/rate-limited',
  context_length: 'provider/context-length',
  content_filter: 'provider/content-filter',
  overloaded: 'provider/overloaded',
  server: 'provider/server',
  not_found: 'provider/not-found',
  invalid_request: 'provider/invalid-request',
};

/** An answer with nothing in it is an error with us: a refusal where it is one, else an empty answer. */
const emptyCode = (expected: Expected): ErrorCode =>
  expected.refusal !== undefined || expected.finish_reason === 'refusal'
    ? 'provider/content-filter'
    : 'provider/empty';

const expectedError = ({ expected }: Recording): ErrorCode | null => {
  if (expected.error) return codes[expected.error.kind] ?? 'internal';
  if (expected.stream_complete === false) return 'provider/cut';
  return expected.text === '' && expected.tool_calls.length === 0 ? emptyCode(expected) : null;
};

const isWhole = (json: string): boolean => {
  try {
    return typeof JSON.parse(json) === 'object';
  } catch {
    return false;
  }
};

/** Arguments with their blanks taken out where they are whole: parsed ones have lost the server's spacing. */
const plainArguments = (json: string): string => (isWhole(json) ? JSON.stringify(JSON.parse(json)) : json);

/** A call without any arguments, in an answer that is whole, takes none. */
const orNone = (json: string | undefined, { expected }: Recording): string =>
  (json === undefined || json === '' || json === 'null') && expected.stream_complete !== false
    ? '{}'
    : (json ?? '');

const expectedCalls = (recording: Recording): readonly ToolCall[] =>
  recording.expected.tool_calls.map(({ id, name, arguments: given }, index) => {
    const text = orNone(typeof given === 'string' ? given : JSON.stringify(given), recording);
    return { id: id ?? `call_${index + 1}`, name, arguments: plainArguments(text), complete: isWhole(text) };
  });

/** Our `input` holds what came from the cache and went into it; Anthropic reports that apart. */
const expectedUsage = ({ api, expected }: Recording): Usage => {
  const { tokens_in, tokens_out, tokens_cache_read, tokens_cache_write, tokens_reasoning } = expected;
  const apart = api === 'anthropic' ? (tokens_cache_read ?? 0) + (tokens_cache_write ?? 0) : 0;
  return {
    ...(tokens_in !== null && { input: tokens_in + apart }),
    ...(tokens_out !== null && { output: tokens_out }),
    ...(tokens_cache_read !== null && { cached_read: tokens_cache_read }),
    ...(tokens_cache_write !== null && { cached_write: tokens_cache_write }),
    ...(tokens_reasoning !== null && { reasoning: tokens_reasoning }),
  };
};

/** Counts that the collection's parser does not know: read from the body where it reports none. */
const furtherCounts = ({ api, body }: Recording): Usage => {
  const last = (field: string) => {
    const counts = [...body.toString().matchAll(new RegExp(`"${field}":\\s*(\\d+)`, 'g'))];
    return Number(counts.at(-1)?.[1] ?? Number.NaN);
  };
  const reasoning = api === 'anthropic' ? last('thinking_tokens') : Number.NaN;
  const written = api === 'chat' ? last('cache_write_tokens') : Number.NaN;
  return {
    ...(!Number.isNaN(written) && { cached_write: written }),
    ...(!Number.isNaN(reasoning) && { reasoning }),
  };
};

/** The collection's parser counts the reasoning of streamed responses only; of whole ones it is summed here. */
const expectedReasoning = ({ api, kind, body, expected }: Recording): number => {
  if (api !== 'responses' || kind !== 'json' || expected.error) return expected.reasoning_chars;
  const output: readonly Record<string, unknown>[] = JSON.parse(body.toString()).output;
  return output
    .filter(({ type }) => type === 'reasoning')
    .flatMap(({ summary, content }) => [summary, content].flat() as ({ text?: string } | null | undefined)[])
    .reduce((sum, piece) => sum + (piece?.text?.length ?? 0), 0);
};

/** What a recording must give. An error has no usage, finish reason and model of its own. */
export const expectedFindings = (recording: Recording): Findings => {
  const { expected } = recording;
  const error = expectedError(recording);
  return {
    text: expected.text,
    reasoning_chars: expectedReasoning(recording),
    tool_calls: expectedCalls(recording),
    usage: error === null ? { ...furtherCounts(recording), ...expectedUsage(recording) } : null,
    finish_reason: error === null ? expected.finish_reason : null,
    model: error === null ? expected.model : null,
    error,
    retryable: expected.error ? expected.retryable : null,
    retry_after_ms: error === null || expected.retry_after_s === null ? null : expected.retry_after_s * 1_000,
  };
};

const joined = (parts: readonly StreamPart[], kind: 'text-delta' | 'reasoning-delta') =>
  parts.map((part) => (part.kind === kind ? part.text : '')).join('');

/** What a call has given, of an error also what came before it. */
export const findingsOf = ({ parts, answer, error }: Outcome, { expected }: Recording): Findings => {
  const calls = answer?.toolCalls ?? parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : []));
  const wait = error?.data?.['retry_after_ms'];
  return {
    text: answer?.text ?? joined(parts, 'text-delta'),
    reasoning_chars: (answer?.reasoning ?? joined(parts, 'reasoning-delta')).length,
    tool_calls: calls.map((call) => ({ ...call, arguments: plainArguments(call.arguments) })),
    usage: answer?.usage ?? null,
    finish_reason: answer?.finishReason.raw ?? null,
    model: answer?.model ?? null,
    error: (error?.code ?? null) as ErrorCode | null,
    retryable: expected.error && error ? error.retryable : null,
    retry_after_ms: typeof wait === 'number' ? wait : null,
  };
};
