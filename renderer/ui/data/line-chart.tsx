import { lazy, Suspense } from 'react';

export interface LineChartProps {
  /** What the curve says, in words: it is all a screen reader gets. */
  readonly label: string;
  readonly series: readonly {
    readonly name: string;
    /** A colour token. */
    readonly colour: string;
    readonly strong: boolean;
    readonly points: readonly { readonly x: number; readonly y: number | null }[];
  }[];
  readonly threshold?: number;
  readonly thresholdLabel?: string;
}

const View = lazy(() => import('./line-chart-view.tsx').then((module) => ({ default: module.LineChartView })));

const HEIGHT = 128;

/** The chart library comes when the first chart does; its place is kept free meanwhile. */
export const LineChart = (props: LineChartProps) => (
  <Suspense fallback={<div style={{ height: HEIGHT }} />}>
    <View {...props} />
  </Suspense>
);
