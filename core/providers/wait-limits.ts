import type { ProviderEntry } from './provider-settings.ts';

/** How long a server is waited for, in milliseconds; the wire counts. */
export interface WaitLimits {
  /** For the headers of the answer. */
  readonly headersMs: number;
  /** From the headers to the first byte of the body. */
  readonly firstByteMs: number;
  /** For any further byte; comments that keep the connection open count. */
  readonly idleMs: number;
}

/** `loads`: the model may have to be read from disk. `thinks`: it reasons before it sends anything. */
export type SlowBeginning = 'loads' | 'thinks';

const USUAL_HEADERS_MS = 30_000;
const SLOW_HEADERS_MS = 600_000;
const IDLE_MS = 60_000;

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : Math.ceil(seconds * 1_000);

/**
 * The limits of an entry, else the usual ones. Some servers send the headers before a model thinks, and
 * nothing more until it has: the first byte then has as long as the headers.
 */
export const waitLimits = (
  { headers_s, idle_s }: Pick<ProviderEntry, 'headers_s' | 'idle_s'>,
  slow: SlowBeginning | null,
): WaitLimits => {
  const headersMs = milliseconds(headers_s) ?? (slow ? SLOW_HEADERS_MS : USUAL_HEADERS_MS);
  const idleMs = milliseconds(idle_s) ?? IDLE_MS;
  return { headersMs, firstByteMs: slow === 'thinks' ? Math.max(headersMs, idleMs) : idleMs, idleMs };
};
