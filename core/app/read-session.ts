import { hash } from 'node:crypto';
import type { SessionDetail, SessionId, SessionSnapshot, SessionStatus } from '../contract/index.ts';
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

/** What a screen draws; texts come later, as pages of turns. */
export const readSnapshot = async (
  store: EventStore,
  id: SessionId,
  status: SessionStatus,
): Promise<SessionSnapshot> => {
  const view = emptySessionView(id);
  for await (const batch of store.read(id)) for (const event of batch) foldSessionView(view, event);
  const snapshot = snapshotOf(view);
  if (!snapshot) throw unreadable(id);
  return { ...snapshot, status };
};

const unreadable = (id: SessionId) =>
  new AgentNetError('storage/corrupt', `The log of session ${id} cannot be read from its beginning.`, {
    where: { session_id: id, seq: 1 },
    kept: 'All rows were left as they are.',
    remedy: `Run \`agentnet verify ${id}\` to see what is damaged.`,
  });
