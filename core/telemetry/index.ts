export { createMetrics } from './create-metrics.ts';
export type { ProcessFigures } from './process-families.ts';
export { endedSpans } from './spans/ended-spans.ts';
export { foldSpans } from './spans/fold-spans.ts';
export { otlpDocument } from './spans/otlp-document.ts';
export { emptySpanFold, type SpanFold } from './spans/span-fold.ts';
export { spanIdOf, traceIdOf } from './spans/span-ids.ts';
