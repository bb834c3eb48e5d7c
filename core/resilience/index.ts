export { type CallGuard, createCallGuard } from './call-guard.ts';
export type { CallNote, GuardedCall } from './guarded-call.ts';
export type { RateLimits } from './rate-window.ts';
export { createTimedCache, type TimedCache } from './timed-cache.ts';
export { withDeadline } from './with-deadline.ts';
