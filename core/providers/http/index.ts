export { fetchJson } from './fetch-json.ts';
export { openWire, type Wire, type WireOptions } from './open-wire.ts';
export { retryAfterMs } from './retry-after.ts';
export { isLoopback, webAddress } from './web-address.ts';
