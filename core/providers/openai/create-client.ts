import OpenAI, { type ClientOptions } from 'openai';
import type { Wire } from '../http/index.ts';

/** Timers of the SDK would end a call that is still well; the wire keeps the time. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** Settings of a client that holds no key: the wire adds that. Its variables of the environment stay unread. */
export const clientOptions = (baseUrl: string, wire: Wire) =>
  ({
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
  }) satisfies ClientOptions;

/** A client for one call. */
export const createClient = (baseUrl: string, wire: Wire): OpenAI => new OpenAI(clientOptions(baseUrl, wire));
