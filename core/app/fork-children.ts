import { type RunEvent, type SessionId, sessionId } from '../contract/index.ts';
import { type ForkedChild, forkedDrafts, runningChildren } from '../orchestration/index.ts';
import type { EventStore, Owner } from '../storage/index.ts';

interface Copying {
  readonly store: Pick<EventStore, 'read' | 'createSession'>;
  readonly owner: Owner;
  /** Milliseconds since the epoch: what happened later than the fork point is not copied. */
  readonly until: number;
}

/**
 * Copies the sessions that ran inside of nodes where a fork was taken, as they stood then, and those inside of them.
 * Nobody runs the copies yet: the fork goes on with them. One that was intended only is begun by the fork.
 */
export const forkChildren = async (
  copying: Copying,
  parent: SessionId,
  children: readonly ForkedChild[],
): Promise<void> => {
  const { store, owner, until } = copying;
  for (const child of children) {
    const from = sessionId.parse(child.from);
    const id = sessionId.parse(child.id);
    const events = await eventsUntil(store, from, until);
    if (events.length === 0) continue;
    const writer = await store.createSession(id, owner);
    const inside = runningChildren(events, id);
    const drafts = forkedDrafts({ seq: events.length, events }, { from, parent, children: inside });
    try {
      for (const [index, draft] of drafts.entries()) writer.append([draft], events[index]?.at ?? 0);
    } finally {
      await writer.close();
    }
    await forkChildren(copying, id, inside);
  }
};

/** The first events, without the end: the fork comes to an end of its own. */
const eventsUntil = async (
  store: Copying['store'],
  id: SessionId,
  until: number,
): Promise<readonly RunEvent[]> => {
  const kept: RunEvent[] = [];
  for await (const batch of store.read(id)) {
    for (const event of batch) {
      if (event.at > until || event.type === 'session-ended') return kept;
      kept.push(event);
    }
  }
  return kept;
};
