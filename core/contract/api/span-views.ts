import * as z from 'zod';

/**
 * Spans as OTLP/JSON has them (opentelemetry-proto, trace service), so that tools for traces read the document as it
 * is: keys in camel case, ids in hexadecimal, 64-bit integers as decimal strings, enumerations as numbers.
 */
const otlpValue = z.union([
  z.object({ stringValue: z.string() }),
  z.object({ boolValue: z.boolean() }),
  z.object({ intValue: z.string() }),
  z.object({ doubleValue: z.number() }),
  z.object({ arrayValue: z.object({ values: z.array(z.object({ stringValue: z.string() })) }) }),
]);
export type OtlpValue = z.infer<typeof otlpValue>;

const otlpAttribute = z.object({ key: z.string(), value: otlpValue });
export type OtlpAttribute = z.infer<typeof otlpAttribute>;

const otlpSpan = z.object({
  /** 32 hexadecimal digits. */
  traceId: z.string(),
  /** 16 hexadecimal digits. */
  spanId: z.string(),
  /** Absent of the first span of a trace. */
  parentSpanId: z.string().optional(),
  name: z.string(),
  /** 1 is internal, 3 is a client of another process. */
  kind: z.union([z.literal(1), z.literal(3)]),
  /** Nanoseconds since the epoch. */
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(otlpAttribute),
  events: z.array(
    z.object({ timeUnixNano: z.string(), name: z.string(), attributes: z.array(otlpAttribute) }),
  ),
  /** 0 is unset, which is what a span without an error has; 2 is an error. */
  status: z.object({ code: z.union([z.literal(0), z.literal(2)]), message: z.string().optional() }),
});
export type OtlpSpan = z.infer<typeof otlpSpan>;

/** What a session and all inside of it did, as one document. Spans that have not ended are not in it. */
export const spanDocument = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(otlpAttribute) }),
      scopeSpans: z.array(
        z.object({ scope: z.object({ name: z.string(), version: z.string() }), spans: z.array(otlpSpan) }),
      ),
    }),
  ),
});
export type SpanDocument = z.infer<typeof spanDocument>;
