import { Ollama } from 'ollama/browser';
import { malformedAnswer } from '../answer-errors.ts';
import { apiError } from '../api-error.ts';
import type { Wire } from '../http/index.ts';
import { recordOf, textOf } from '../untrusted-json.ts';
import { type LineErrors, wholeLines } from './whole-lines.ts';

const messageOf = (text: string): string => {
  try {
    return textOf(recordOf(JSON.parse(text))?.['error']) || text;
  } catch {
    return text;
  }
};

/**
 * A client for one call. The SDK prints what it does not understand, on standard output too, so error
 * answers and unreadable lines are dealt with before it sees them.
 */
export const createClient = (baseUrl: string, wire: Wire, nowMs: () => number): Ollama =>
  new Ollama({
    host: baseUrl,
    fetch: async (input, init) => {
      const response = await wire.fetch(input, init);
      if (!response.ok) {
        const message = messageOf(await response.text());
        throw apiError({ status: response.status, message }, wire, nowMs());
      }
      if (!response.body) return response;
      const errors: LineErrors = {
        malformed: (what) => malformedAnswer(wire, what),
        reported: (line) =>
          apiError({ message: textOf(line['error']) || 'the stream failed' }, wire, nowMs()),
      };
      const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
      const lines = wholeLines(response.body, errors, isJson ? 'spread' : 'lines');
      return new Response(lines, { status: response.status, headers: response.headers });
    },
  });
