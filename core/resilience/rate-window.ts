/** What an account may use in a minute; absent: as much as it likes. */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** The limit that a request waits for, and for how long. */
export interface RateDelay {
  readonly reason: 'requests' | 'tokens';
  /** A minute. */
  readonly limit: number;
  readonly waitMs: number;
}

/** One request that was let through; its tokens may be corrected once they are known. */
export interface Grant {
  readonly atMs: number;
  tokens: number;
}

const MINUTE_MS = 60_000;

/** The requests of the last minute: never more than the limits in any sixty seconds. */
export interface RateWindow {
  /** What a request of so many tokens waits for longest; null when it fits now. */
  readonly delay: (tokens: number, limits: RateLimits, nowMs: number) => RateDelay | null;
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
    delay: (tokens, { requestsPerMinute, tokensPerMinute }, nowMs) => {
      forget(nowMs);
      const forRequests = requestsPerMinute === undefined ? 0 : waitForRequests(requestsPerMinute, nowMs);
      const forTokens = tokensPerMinute === undefined ? 0 : waitForTokens(tokens, tokensPerMinute, nowMs);
      if (forRequests <= 0 && forTokens <= 0) return null;
      return forTokens > forRequests
        ? { reason: 'tokens', limit: tokensPerMinute ?? 0, waitMs: forTokens }
        : { reason: 'requests', limit: requestsPerMinute ?? 0, waitMs: forRequests };
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
