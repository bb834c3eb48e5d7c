import { AgentNetError, type GraphRunView, type RunEvent, type SessionId } from '../contract/index.ts';
import { emptyGraphStatus, foldGraphStatus, graphRunView } from '../projections/index.ts';
import type { EventStore } from '../storage/index.ts';

/** Nothing of a node's state is said by them. */
const BULKY: readonly RunEvent['type'][] = ['call-started', 'call-ended'];
/** Runs with at least so many events are kept, so that a return to one reads only what is new. */
const LONG_LOG = 6000;
const KEPT_RUNS = 3;

type Status = ReturnType<typeof emptyGraphStatus>;

export interface GraphRunReader {
  /** The graph of a session with the state of each node; throws `session/wrong-state` where it has none. */
  readonly read: (id: SessionId) => Promise<GraphRunView>;
  /**
   * For somebody who reads a long log after this event anyway: takes the events in too, all but those of calls. Null
   * where what is known of the run does not reach so far.
   */
  readonly follow: (id: string, after: number) => ((event: RunEvent) => void) | null;
  /** To be called when a session was deleted. */
  readonly forget: (id: string) => void;
}

export const graphRunReader = (store: Pick<EventStore, 'read'>): GraphRunReader => {
  /** The one that was asked for last stands last. */
  const kept = new Map<string, Status>();

  const keep = (id: string, status: Status): void => {
    kept.delete(id);
    kept.set(id, status);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_RUNS && oldest !== undefined) kept.delete(oldest);
  };

  /** Two that read for the same run at once do no harm: it passes over what it has seen. */
  const read: GraphRunReader['read'] = async (id) => {
    const status = kept.get(id) ?? emptyGraphStatus();
    for await (const batch of store.read(id, { after: status.view?.seq ?? 0, without: BULKY })) {
      for (const event of batch) foldGraphStatus(status, event);
      if (status.view === undefined) break;
    }
    const view = graphRunView(status);
    if (view === undefined) throw withoutGraph(id);
    if (view.seq >= LONG_LOG) keep(id, status);
    return view;
  };

  const follow: GraphRunReader['follow'] = (id, after) => {
    const status = kept.get(id) ?? emptyGraphStatus();
    if ((status.view?.seq ?? 0) < after) return null;
    return (event) => {
      const isFirst = status.view === undefined;
      foldGraphStatus(status, event);
      if (isFirst && status.view !== undefined) keep(id, status);
    };
  };
  return { read, follow, forget: (id) => kept.delete(id) };
};

const withoutGraph = (id: SessionId) =>
  new AgentNetError('session/wrong-state', 'This session runs no task graph.', {
    where: { session_id: id },
    kept: 'It is unchanged.',
    remedy: 'Read its turns instead.',
  });
