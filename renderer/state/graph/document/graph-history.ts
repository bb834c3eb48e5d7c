import {
  applyDiff,
  type Graph,
  type GraphDiff,
  reverseDiff,
  squashDiffs,
} from '../../../../core/graph/index.ts';

/** One thing done, as what it changed. */
export interface HistoryStep {
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Steps of one burst of typing are one step. */
  readonly burst: string | null;
  readonly diff: GraphDiff;
  /** Where it was done: the graphs that were entered. */
  readonly scope: readonly string[];
}

/** What was done, the first first; the steps behind `done` were taken back. */
export interface GraphHistory {
  readonly steps: readonly HistoryStep[];
  readonly done: number;
}

export const emptyHistory: GraphHistory = { steps: [], done: 0 };

/** A pause of this many milliseconds ends a burst. */
const BURST_MS = 1200;
/** Older steps are forgotten. */
const MOST_STEPS = 500;

/** The history with one thing more; what had been taken back is gone. */
export const withStep = ({ steps, done }: GraphHistory, step: HistoryStep): GraphHistory => {
  const kept = steps.slice(0, done);
  const last = kept.at(-1);
  const goesOn =
    last !== undefined && step.burst !== null && last.burst === step.burst && step.at - last.at <= BURST_MS;
  const next = goesOn
    ? [...kept.slice(0, -1), { ...step, diff: squashDiffs(last.diff, step.diff) }]
    : [...kept, step];
  const cut = next.slice(-MOST_STEPS);
  return { steps: cut, done: cut.length };
};

/** The graph after so many steps, from the graph as it is now. */
export const graphAt = ({ steps, done }: GraphHistory, now: Graph, target: number): Graph => {
  if (target < done) {
    return steps
      .slice(target, done)
      .reduceRight((graph, { diff }) => applyDiff(graph, reverseDiff(diff)), now);
  }
  return steps.slice(done, target).reduce((graph, { diff }) => applyDiff(graph, diff), now);
};
