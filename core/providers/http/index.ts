export { fetchJson } from './fetch-json.ts';
export { openWire, type Wire } from './open-wire.ts';
export { postJson } from './post-json.ts';
export type { AnswerRedaction } from './redact-stream.ts';
export { retryAfterMs } from './retry-after.ts';
export { isLoopback, webAddress } from './web-address.ts';
