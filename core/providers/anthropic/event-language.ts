import { APIError } from '@anthropic-ai/sdk';
import type { EventLanguage } from '../event-records.ts';

const jsonOrText = (text: string): object | string => {
  try {
    return JSON.parse(text) ?? text;
  } catch {
    return text;
  }
};

/**
 * Events of the messages API. Nothing closes the stream but its end. An error is thrown as the SDK throws one,
 * so that all are mapped in one place.
 */
export const eventLanguage = (headers: Headers): EventLanguage => ({
  isEnd: () => false,
  read: ({ name, data }) => {
    if (name === 'ping' || data === '') return undefined;
    if (name === 'error') throw new APIError(undefined, jsonOrText(data), undefined, headers);
    return JSON.parse(data);
  },
});
