import { hash } from 'node:crypto';
import type {
  RunEvent,
  SessionDetail,
  SessionId,
  SessionSnapshot,
  SessionStatus,
  SessionSummary,
} from '../contract/index.ts';
import { AgentNetError } from '../contract/index.ts';
import {
  emptySessionRecord,
  emptySessionView,
  foldSessionRecord,
  foldSessionView,
  sessionDetailOf,
  snapshotOf,
} from '../projections/index.ts';
import type { EventStore } from '../storage/index.ts';

/** Finished turns and totals of a session, as `sessions show` prints them. */
export const readDetail = async (
  store: EventStore,
  id: SessionId,
  status: SessionStatus,
): Promise<SessionDetail> => {
  const record = emptySessionRecord(id);
  for await (const batch of store.read(id)) for (const event of batch) foldSessionRecord(record, event);
  const detail = sessionDetailOf(record, (text) => hash('sha256', text));
  if (!detail) throw unreadable(id);
  return { ...detail, status };
};

/** From this many events on (about a thousand turns) a snapshot leaves the calls of older turns out. */
const LONG_LOG = 6000;
/** Newest events of a long log that are read whole: what runs now is among them. */
const NEWEST = 500;
/** The messages of calls are most of a log, and a snapshot shows none of them. */
const BULKY: readonly RunEvent['type'][] = ['call-started'];

/**
 * What a screen draws; texts come later, as pages of turns. Of a long log the intents and answers of calls before
 * the newest events are not read: the number of calls comes from the list of sessions, and a turn that needed
 * several says so itself.
 */
export const readSnapshot = async (store: EventStore, summary: SessionSummary): Promise<SessionSnapshot> => {
  const id = summary.id as SessionId;
  const view = emptySessionView(id);
  const count = (await store.head(id))?.count ?? 0;
  const thinEnd = count > LONG_LOG ? count - NEWEST : 0;
  if (thinEnd > 0) {
    for await (const batch of store.read(id, { without: BULKY, withoutAnswers: true })) {
      for (const event of batch) if (event.seq <= thinEnd) foldSessionView(view, event);
      if ((batch.at(-1)?.seq ?? 0) >= thinEnd) break;
    }
  }
  for await (const batch of store.read(id, { after: thinEnd })) {
    for (const event of batch) foldSessionView(view, event);
  }
  const snapshot = snapshotOf(view);
  if (!snapshot) throw unreadable(id);
  const { calls, repeated_calls } = thinEnd > 0 ? summary.totals : snapshot.totals;
  // The list was read first, and the end may have come since.
  const status = snapshot.ended === null ? summary.status : 'ended';
  return { ...snapshot, status, totals: { ...snapshot.totals, calls, repeated_calls } };
};

const unreadable = (id: SessionId) =>
  new AgentNetError('storage/corrupt', `The log of session ${id} cannot be read from its beginning.`, {
    where: { session_id: id, seq: 1 },
    kept: 'All rows were left as they are.',
    remedy: `Run \`agentnet verify ${id}\` to see what is damaged.`,
  });
