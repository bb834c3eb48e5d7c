import type { OtlpAttribute, OtlpSpan, OtlpValue, SpanDocument } from '../../contract/index.ts';
import type { EndedSpan } from './ended-spans.ts';
import type { Attributes, AttributeValue } from './span.ts';

/** Puts spans into the form of OTLP/JSON; `engine` is `agentnet/` and a version. */
export const otlpDocument = (
  spans: readonly EndedSpan[],
  { traceId, engine }: { readonly traceId: string; readonly engine: string },
): SpanDocument => {
  const version = engine.slice(engine.indexOf('/') + 1);
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': 'agentnet', 'service.version': version }) },
        scopeSpans: [
          { scope: { name: 'agentnet', version }, spans: spans.map((span) => otlpSpan(span, traceId)) },
        ],
      },
    ],
  };
};

const otlpSpan = (span: EndedSpan, traceId: string): OtlpSpan => {
  const { id, parentId, name, kind, startedAt, endedAt, attributes, marks, error } = span;
  return {
    traceId,
    spanId: id,
    ...(parentId !== null && { parentSpanId: parentId }),
    name,
    kind: kind === 'client' ? 3 : 1,
    startTimeUnixNano: nanoseconds(startedAt),
    endTimeUnixNano: nanoseconds(endedAt),
    attributes: attributesOf({ ...attributes, 'error.type': error?.type }),
    events: marks.map((mark) => ({
      timeUnixNano: nanoseconds(mark.at),
      name: mark.name,
      attributes: attributesOf(mark.attributes),
    })),
    status: error ? { code: 2, message: error.message } : { code: 0 },
  };
};

/** Milliseconds as nanoseconds: more digits than a number holds. */
const nanoseconds = (at: number): string => `${BigInt(at) * 1_000_000n}`;

const attributesOf = (attributes: Attributes): OtlpAttribute[] =>
  Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [{ key, value: otlpValue(value) }],
  );

const otlpValue = (value: AttributeValue): OtlpValue => {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { boolValue: value };
    case 'number':
      return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
    default:
      return 'double' in value
        ? { doubleValue: value.double }
        : { arrayValue: { values: value.map((text) => ({ stringValue: text })) } };
  }
};
