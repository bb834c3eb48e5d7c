import type { NodeTimer } from '../protocol.ts';
import type { NodeRun } from './node-run.ts';
import { popFrom, pushOnto } from './time-heap.ts';

interface Waiting {
  readonly run: NodeRun;
  readonly attempt: number;
  readonly timer: NodeTimer;
  readonly time: number;
  readonly order: number;
}

/** What nodes wait for: their next attempt, or the end of their time. */
export interface NodeTimers {
  readonly retryAt: (run: NodeRun, at: number) => void;
  /** `cap` in seconds from now on. */
  readonly limit: (run: NodeRun, cap: number, activeMs: number) => void;
  readonly next: (moment: { readonly at: number; readonly activeMs: number }) => NodeTimer | null;
}

const isOn = ({ run, attempt, timer }: Waiting): boolean =>
  run.attempts === attempt &&
  (timer.kind === 'due' ? run.phase === 'retrying' : run.phase === 'running') &&
  run.control.cancelled === null;

/** What is over is left out when it comes up. */
const firstOf = (heap: Waiting[]): Waiting | undefined => {
  while (heap[0] && !isOn(heap[0])) popFrom(heap);
  return heap[0];
};

export const createNodeTimers = (): NodeTimers => {
  const retries: Waiting[] = [];
  const limits: Waiting[] = [];
  let order = 0;
  const push = (heap: Waiting[], run: NodeRun, timer: NodeTimer, time: number) => {
    order += 1;
    pushOnto(heap, { run, attempt: run.attempts, timer, time, order });
  };
  return {
    retryAt: (run, at) => push(retries, run, { kind: 'due', node: run.id, at }, at),
    limit: (run, cap, activeMs) => {
      const timer = { kind: 'deadline', node: run.id, cap, startedActiveMs: activeMs } as const;
      push(limits, run, timer, activeMs + cap * 1000);
    },
    next: ({ at, activeMs }) => {
      const retry = firstOf(retries);
      const limit = firstOf(limits);
      if (!retry || !limit) return (retry ?? limit)?.timer ?? null;
      return retry.time - at <= limit.time - activeMs ? retry.timer : limit.timer;
    },
  };
};
