import { lazy, Suspense } from 'react';
import type { LineChartProps } from './line-chart-props.ts';

const View = lazy(() =>
  import('./line-chart-view.tsx').then((module) => ({ default: module.LineChartView })),
);

const HEIGHT = 128;

/** The chart library comes when the first chart does; its place is kept free meanwhile. */
export const LineChart = (props: LineChartProps) => (
  <Suspense fallback={<div style={{ height: HEIGHT }} />}>
    <View {...props} />
  </Suspense>
);
