export interface BarChartProps {
  /** What the bars say, in words: it is all a screen reader gets. */
  readonly label: string;
  readonly bars: readonly {
    readonly key: string;
    readonly value: number;
    /** Under the bar, where there is room. */
    readonly name: string;
    /** On hover. */
    readonly title: string;
    /** Something about this bar is not known: a hollow dot stands on it. */
    readonly flagged: boolean;
  }[];
  /** An amount beside the axis; `step` is from one to the next, 0 where there is one alone. */
  readonly format: (value: number, step: number) => string;
}
