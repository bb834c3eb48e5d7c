import OpenAI from 'openai';
import type { Wire } from '../http/index.ts';

/** Timers of the SDK would end a call that is still well; the wire keeps the time. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** A client for one call. It holds no key: the wire adds that. Its variables of the environment stay unread. */
export const createClient = (baseUrl: string, wire: Wire): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    apiKey: 'in-the-wire',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: NO_LIMIT_MS,
    logLevel: 'off',
    fetch: wire.fetch,
  });
