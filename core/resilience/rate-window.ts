/** What an account may use in a minute; absent: as much as it likes. */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** One request that was let through; its tokens may be corrected once they are known. */
export interface Grant {
  readonly atMs: number;
  tokens: number;
}

const MINUTE_MS = 60_000;

/** The requests of the last minute: never more than the limits in any sixty seconds. */
export interface RateWindow {
  /** Milliseconds until a request of so many tokens fits; 0 when it fits now. */
  readonly waitMs: (tokens: number, limits: RateLimits, nowMs: number) => number;
  readonly take: (tokens: number, nowMs: number) => Grant;
  /** Replaces the estimate by what was really used. */
  readonly correct: (grant: Grant, tokens: number) => void;
}

export const createRateWindow = (): RateWindow => {
  const grants: Grant[] = [];

  const forget = (nowMs: number): void => {
    let gone = 0;
    while (gone < grants.length && (grants[gone] as Grant).atMs + MINUTE_MS <= nowMs) gone += 1;
    grants.splice(0, gone);
  };
  const untilGone = (index: number, nowMs: number): number =>
    (grants[index] as Grant).atMs + MINUTE_MS - nowMs;
  const waitForRequests = (limit: number, nowMs: number): number =>
    grants.length < limit ? 0 : untilGone(grants.length - limit, nowMs);
  /** A request larger than the whole limit goes alone: waiting longer would not help it. */
  const waitForTokens = (needed: number, limit: number, nowMs: number): number => {
    let used = grants.reduce((sum, grant) => sum + grant.tokens, 0);
    if (used === 0 || used + needed <= limit) return 0;
    for (const [index, grant] of grants.entries()) {
      used -= grant.tokens;
      if (used === 0 || used + needed <= limit) return untilGone(index, nowMs);
    }
    return 0;
  };

  return {
    waitMs: (tokens, { requestsPerMinute, tokensPerMinute }, nowMs) => {
      forget(nowMs);
      return Math.max(
        requestsPerMinute === undefined ? 0 : waitForRequests(requestsPerMinute, nowMs),
        tokensPerMinute === undefined ? 0 : waitForTokens(tokens, tokensPerMinute, nowMs),
      );
    },
    take: (tokens, nowMs) => {
      const grant = { atMs: nowMs, tokens };
      grants.push(grant);
      return grant;
    },
    correct: (grant, tokens) => {
      grant.tokens = tokens;
    },
  };
};
