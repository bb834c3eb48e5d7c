export { createCallGuard } from './call-guard.ts';
export type { CallNote } from './guarded-call.ts';
export type { KeyGate } from './key-gate.ts';
export { createTimedCache } from './timed-cache.ts';
export { withDeadline } from './with-deadline.ts';
