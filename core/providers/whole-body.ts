import { malformedAnswer } from './answer-errors.ts';
import type { Wire } from './http/index.ts';
import { type JsonRecord, recordOf } from './untrusted-json.ts';

/**
 * The body of a whole answer as an object. An SDK gives the bare text where the server did not call it JSON;
 * it may be JSON all the same. Throws `provider/malformed`.
 */
export const wholeBody = (given: unknown, wire: Wire): JsonRecord => {
  let body = given;
  if (typeof given === 'string') {
    try {
      body = JSON.parse(given);
    } catch {
      const type = wire.headers()?.get('content-type')?.split(';')[0] ?? 'untyped';
      throw malformedAnswer(wire, `it is ${type} and not JSON`);
    }
  }
  const record = recordOf(body);
  if (!record) throw malformedAnswer(wire, 'it is no object');
  return record;
};
