import type { ProviderName } from './fault-bodies.ts';
import type { Reply } from './fault-server.ts';

/** A fault, and what must come of one call that meets it. */
export interface Fault {
  readonly name: string;
  readonly replies: readonly Reply[];
  /** Providers that do not know this fault. */
  readonly notOf?: readonly ProviderName[];
  /** Requests that reach the server. */
  readonly asked: number;
  /** Null: answered in full. */
  readonly error: readonly string[] | null;
  /** True when the tokens before the fault must be kept, as incomplete. */
  readonly keepsText?: true;
  /** Shortest wait, in milliseconds. */
  readonly atLeastMs?: number;
  /** The deadline that ends it, in milliseconds. */
  readonly endsBy?: 'headers' | 'idle';
  /** Why the account or the model is left alone afterwards. */
  readonly cools?: 'rate-limited' | 'failures' | 'key-refused';
  /** What a second call meets, where the first one leaves something behind. */
  readonly second?: { readonly asked: number; readonly error: readonly string[] | null };
}

const ok: Reply = { kind: 'answer' };
const status = (code: number, type: string, more: { message?: string; retryAfter?: string } = {}): Reply => ({
  kind: 'status',
  status: code,
  type,
  ...more,
});
const failing = status(500, 'server_error');
const busy = (retryAfter?: string) =>
  status(429, 'rate_limit_error', retryAfter === undefined ? {} : { retryAfter });
const stream = (tokens: number, then: Extract<Reply, { kind: 'stream' }>['then']): Reply => ({
  kind: 'stream',
  tokens,
  then,
});

const cut = ['provider/cut'];

export const faults: readonly Fault[] = [
  { name: 'none', replies: [ok], asked: 1, error: null },
  {
    name: '429, then well',
    replies: [busy('1'), ok],
    asked: 2,
    error: null,
    atLeastMs: 1_000,
    cools: 'rate-limited',
  },
  {
    name: '429 twice',
    replies: [busy('1')],
    asked: 2,
    error: ['provider/rate-limited'],
    cools: 'rate-limited',
  },
  {
    name: '429 for an hour',
    replies: [busy('3600')],
    asked: 1,
    error: ['provider/rate-limited'],
    cools: 'rate-limited',
    second: { asked: 0, error: ['provider/rate-limited'] },
  },
  { name: '429 without advice', replies: [busy(), ok], asked: 2, error: null, cools: 'rate-limited' },
  { name: '500 twice, then well', replies: [failing, failing, ok], asked: 3, error: null, atLeastMs: 750 },
  {
    name: '500 for ever',
    replies: [failing],
    asked: 3,
    error: ['provider/server'],
    second: { asked: 2, error: ['provider/server'] },
  },
  { name: '503', replies: [status(503, 'overloaded')], asked: 3, error: ['provider/overloaded'] },
  { name: '529', replies: [status(529, 'overloaded_error'), ok], asked: 2, error: null },
  {
    name: '400',
    replies: [status(400, 'invalid_request_error')],
    asked: 1,
    error: ['provider/invalid-request'],
  },
  {
    name: '401',
    replies: [status(401, 'authentication_error')],
    asked: 1,
    error: ['provider/auth'],
    cools: 'key-refused',
    second: { asked: 0, error: ['provider/auth'] },
  },
  {
    name: '403',
    replies: [status(403, 'permission_error')],
    asked: 1,
    error: ['provider/auth'],
    second: { asked: 1, error: ['provider/auth'] },
  },
  {
    name: 'context too long',
    replies: [status(400, 'invalid_request_error', { message: 'prompt is too long: 9 tokens > 8 maximum' })],
    asked: 1,
    error: ['provider/context-length'],
  },
  {
    name: 'content filter, refused',
    replies: [status(400, 'content_filter')],
    notOf: ['ollama'],
    asked: 1,
    error: ['provider/content-filter'],
  },
  {
    name: 'content filter, no words',
    replies: [stream(0, 'refusal')],
    notOf: ['ollama'],
    asked: 1,
    error: ['provider/content-filter'],
  },
  { name: 'dropped, then well', replies: [{ kind: 'drop' }, ok], asked: 2, error: null },
  { name: 'cut before a token, then well', replies: [stream(0, 'close'), ok], asked: 2, error: null },
  { name: 'cut before a token', replies: [stream(0, 'close')], asked: 2, error: cut },
  { name: 'cut after tokens', replies: [stream(2, 'close'), ok], asked: 1, error: cut, keepsText: true },
  { name: 'no end mark', replies: [stream(3, 'end'), ok], asked: 1, error: cut, keepsText: true },
  { name: 'empty body', replies: [stream(0, 'end'), ok], asked: 2, error: null },
  {
    name: 'malformed event',
    replies: [stream(2, 'malformed'), ok],
    asked: 1,
    error: ['provider/malformed'],
    keepsText: true,
  },
  {
    name: 'error event',
    replies: [stream(2, 'error-event'), ok],
    asked: 1,
    error: ['provider/server', 'provider/overloaded'],
    keepsText: true,
  },
  { name: 'error event first, then well', replies: [stream(0, 'error-event'), ok], asked: 2, error: null },
  {
    name: 'no headers',
    replies: [{ kind: 'silence' }, ok],
    asked: 1,
    error: ['provider/timeout'],
    endsBy: 'headers',
  },
  {
    name: 'silence at once',
    replies: [stream(0, 'hang'), ok],
    asked: 1,
    error: ['provider/timeout'],
    endsBy: 'idle',
  },
  {
    name: 'silence after tokens',
    replies: [stream(2, 'hang'), ok],
    asked: 1,
    error: ['provider/timeout'],
    endsBy: 'idle',
    keepsText: true,
  },
  { name: 'keep-alives', replies: [stream(0, 'keep-alive')], asked: 1, error: null },
];
