import type { AgentNetError, ErrorCode } from '../contract/index.ts';

/** How a failed attempt is followed up: `told` waits as long as the server asks, `jittered` backs off. */
export interface RetryRule {
  readonly name: 'server' | 'rate-limit' | 'connection';
  /** Most further attempts for failures of this name in one call. */
  readonly most: number;
  readonly wait: 'told' | 'jittered';
}

const server: RetryRule = { name: 'server', most: 2, wait: 'jittered' };
const rateLimit: RetryRule = { name: 'rate-limit', most: 1, wait: 'told' };
const connection: RetryRule = { name: 'connection', most: 1, wait: 'jittered' };

const rules: Partial<Readonly<Record<ErrorCode, RetryRule>>> = {
  'provider/server': server,
  'provider/overloaded': server,
  'provider/rate-limited': rateLimit,
  'provider/cut': connection,
  'provider/unreachable': connection,
};

/**
 * Whether the same request may be sent again after it failed before its first token; undefined: never. A time
 * limit of our own that has passed is not waited for twice, but a gateway that says 504 is a server's failure.
 * An answer without words was paid for and is not bought again.
 */
export const retryRuleOf = (error: AgentNetError): RetryRule | undefined => {
  if (error.code === 'provider/timeout') return isServerStatus(error) ? server : undefined;
  return rules[error.code];
};

/** Failures that say that a service is ill; refusals say that it works. */
export const isServiceFailure = (error: AgentNetError): boolean => serviceFailures.has(error.code);

const serviceFailures: ReadonlySet<ErrorCode> = new Set([
  'provider/server',
  'provider/overloaded',
  'provider/timeout',
  'provider/unreachable',
  'provider/cut',
  'provider/malformed',
]);

const isServerStatus = ({ data }: AgentNetError): boolean =>
  typeof data['status'] === 'number' && data['status'] >= 500;

/** What the server asked to wait, in milliseconds; undefined where it said nothing. */
export const toldWaitMs = ({ data }: AgentNetError): number | undefined => {
  const told = data['retry_after_ms'];
  return typeof told === 'number' && told >= 0 ? told : undefined;
};

/** True for the key itself being refused; a key that may not use one model (403) is good for others. */
export const isKeyRefusal = ({ code, data }: AgentNetError): boolean =>
  code === 'provider/auth' && data['status'] !== 403;
