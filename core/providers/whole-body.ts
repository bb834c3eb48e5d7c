import { malformedAnswer } from './answer-errors.ts';
import type { Wire } from './http/index.ts';
import { type JsonRecord, recordOf } from './untrusted-json.ts';

/** The body of an answer that came as a whole. Throws `provider/malformed`. */
export const wholeBody = (text: string, wire: Wire): JsonRecord => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw malformedAnswer(wire, 'it is no JSON');
  }
  const record = recordOf(body);
  if (!record) throw malformedAnswer(wire, 'it is no object');
  return record;
};
