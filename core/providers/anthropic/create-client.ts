import Anthropic from '@anthropic-ai/sdk';
import type { Wire } from '../http/index.ts';

/** Timers of the SDK would end a call that is still well; the wire keeps the time. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** A client for one call. It holds no key: the wire adds that. Its variables and profiles stay unread. */
export const createClient = (baseUrl: string, wire: Wire): Anthropic =>
  new Anthropic({
    baseURL: baseUrl,
    apiKey: 'in-the-wire',
    webhookKey: null,
    maxRetries: 0,
    timeout: NO_LIMIT_MS,
    logLevel: 'off',
    openTelemetry: false,
    fetch: wire.fetch,
  });
