/** Longer waits are no advice to retry but a refusal; they are kept as this. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/**
 * How long the server asks to wait, in milliseconds. `retry-after-ms` wins over `retry-after`, which is in
 * seconds or an HTTP date (RFC 9110, section 10.2.3); what is neither is no advice.
 */
export const retryAfterMs = (headers: Headers, nowMs: number): number | undefined => {
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (exact >= 0) return Math.min(Math.round(exact), LONGEST_MS);
  const advice = headers.get('retry-after');
  if (advice === null) return undefined;
  const wait = /^\s*\d+(\.\d+)?\s*$/.test(advice) ? Number(advice) * 1_000 : Date.parse(advice) - nowMs;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, Math.round(wait)), LONGEST_MS);
};
