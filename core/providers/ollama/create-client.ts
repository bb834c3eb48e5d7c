import { Ollama } from 'ollama/browser';
import { apiError } from '../api-error.ts';
import type { Wire } from '../http/index.ts';
import { recordOf, textOf } from '../untrusted-json.ts';

const messageOf = (text: string): string => {
  try {
    return textOf(recordOf(JSON.parse(text))?.['error']) || text;
  } catch {
    return text;
  }
};

/**
 * A client for one call. The SDK prints what it does not understand, on standard output too, so error
 * answers are dealt with before it sees them. `onAnswer` is given the others.
 */
export const createClient = (
  baseUrl: string,
  wire: Wire,
  nowMs: () => number,
  onAnswer: (response: Response) => void = () => undefined,
): Ollama =>
  new Ollama({
    host: baseUrl,
    fetch: async (input, init) => {
      const response = await wire.fetch(input, init);
      if (!response.ok) {
        const message = messageOf(await response.text());
        throw apiError({ status: response.status, message }, wire, nowMs());
      }
      onAnswer(response);
      return response;
    },
  });
