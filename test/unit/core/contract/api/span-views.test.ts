import { expect, it } from 'vitest';
import { spanDocument } from '../../../../../core/contract/api/span-views.ts';

const span = {
  traceId: '0'.repeat(32),
  spanId: '1'.repeat(16),
  name: 'a',
  kind: 3,
  startTimeUnixNano: '1736981000123000000',
  endTimeUnixNano: '1736981000123000000',
  attributes: [{ key: 'n', value: { intValue: '9007199254740993' } }],
  events: [],
  status: { code: 2, message: 'No.' },
};
const documentOf = (one: unknown) => ({
  resourceSpans: [
    {
      resource: { attributes: [] },
      scopeSpans: [{ scope: { name: 'agentnet', version: '1' }, spans: [one] }],
    },
  ],
});

it('keeps 64-bit integers as strings and kinds as numbers, as OTLP/JSON has them', () => {
  expect(spanDocument.parse(documentOf(span))).toEqual(documentOf(span));
  expect(spanDocument.safeParse(documentOf({ ...span, startTimeUnixNano: 1_736_981_000_123 })).success).toBe(
    false,
  );
  expect(spanDocument.safeParse(documentOf({ ...span, kind: 'client' })).success).toBe(false);
});
