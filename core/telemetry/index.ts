export { createMetrics } from './create-metrics.ts';
export type { ProcessFigures } from './process-families.ts';
