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
