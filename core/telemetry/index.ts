export { createMetrics, type Metrics } from './create-metrics.ts';
export { METRICS_CONTENT_TYPE } from './exposition.ts';
export type { ProcessFigures } from './process-families.ts';
