import { lazy, Suspense } from 'react';
import type { BarChartProps } from './bar-chart-props.ts';

const View = lazy(() => import('./bar-chart-view.tsx').then((module) => ({ default: module.BarChartView })));

const HEIGHT = 168;

/** The chart library comes when the first chart does; its place is kept free meanwhile. */
export const BarChart = (props: BarChartProps) => (
  <Suspense fallback={<div style={{ height: HEIGHT }} />}>
    <View {...props} />
  </Suspense>
);
