import { AgentNetError, type GraphRunView, type RunEvent, type SessionId } from '../contract/index.ts';
import { emptyGraphStatus, foldGraphStatus, graphRunView } from '../projections/index.ts';
import type { EventStore } from '../storage/index.ts';

/** Nothing of a node's state is said by them. */
const BULKY: readonly RunEvent['type'][] = ['call-started', 'call-ended'];

/** The graph of a session with the state of each node; throws `session/wrong-state` where it has none. */
export const readGraphRun = async (store: Pick<EventStore, 'read'>, id: SessionId): Promise<GraphRunView> => {
  const status = emptyGraphStatus();
  for await (const batch of store.read(id, { without: BULKY })) {
    for (const event of batch) foldGraphStatus(status, event);
    if (status.view === undefined) break;
  }
  const view = graphRunView(status);
  if (view) return view;
  throw new AgentNetError('session/wrong-state', 'This session runs no task graph.', {
    where: { session_id: id },
    kept: 'It is unchanged.',
    remedy: 'Read its turns instead.',
  });
};
