import { APIError } from 'openai';
import type { EventLanguage } from '../event-records.ts';
import { recordOf } from '../untrusted-json.ts';

/**
 * Events of chat completions and of responses. An error is an event of that name, or one with an `error` in it;
 * it is thrown as the SDK throws one, so that all are mapped in one place.
 */
export const eventLanguage = (headers: Headers): EventLanguage => ({
  isEnd: ({ data }) => data === '[DONE]',
  read: ({ name, data }) => {
    const value: unknown = JSON.parse(data);
    const error = recordOf(value)?.['error'];
    if (error || name === 'error') throw new APIError(undefined, error || value || {}, undefined, headers);
    return value;
  },
});
