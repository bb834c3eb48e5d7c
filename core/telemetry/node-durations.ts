import type { EventData } from '../contract/index.ts';
import type { Sample } from './exposition.ts';
import { createHistogram, type Histogram } from './histogram.ts';

type Ended = EventData<'node-ended'>;

export interface NodeDurations {
  /** At milliseconds since the epoch; of several attempts the first counts. */
  readonly started: (sessionId: string, node: string, at: number) => void;
  readonly ended: (sessionId: string, data: Pick<Ended, 'node' | 'kind' | 'status'>, at: number) => void;
  /** Nothing of this session is running any more. */
  readonly forget: (sessionId: string) => void;
  readonly samples: () => readonly Sample[];
}

/** From a condition, which takes no time, to a session of an hour. */
const BOUNDS_MS = [1, 10, 50, 100, 500, 1_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000];

/** How long nodes of task graphs took from the start of their first attempt to their end, by kind and status. */
export const createNodeDurations = (): NodeDurations => {
  const open = new Map<string, Map<string, number>>();
  const series = new Map<
    string,
    { readonly labels: Readonly<Record<string, string>>; readonly histogram: Histogram }
  >();
  return {
    started: (sessionId, node, at) => {
      const nodes = open.get(sessionId) ?? new Map<string, number>();
      if (!nodes.has(node)) nodes.set(node, at);
      open.set(sessionId, nodes);
    },
    ended: (sessionId, { node, kind, status }, at) => {
      const startedAt = open.get(sessionId)?.get(node);
      if (startedAt === undefined) return;
      open.get(sessionId)?.delete(node);
      const key = `${kind} ${status}`;
      const found = series.get(key) ?? { labels: { kind, status }, histogram: createHistogram(BOUNDS_MS) };
      series.set(key, found);
      found.histogram.observe(Math.max(0, at - startedAt));
    },
    forget: (sessionId) => open.delete(sessionId),
    samples: () => [...series.values()].flatMap(({ labels, histogram }) => histogram.samples(labels)),
  };
};
