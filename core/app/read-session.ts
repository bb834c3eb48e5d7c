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
  type SessionView,
  sessionDetailOf,
  snapshotOf,
} from '../projections/index.ts';
import type { EventStore } from '../storage/index.ts';

/**
 * What the log says, since it was read after the list: a session may have gone on between the two. That nobody has
 * one that is under way, only the list knows.
 */
const statusNow = (listed: SessionStatus, logged: SessionStatus): SessionStatus =>
  listed === 'interrupted' && (logged === 'running' || logged === 'pausing') ? listed : logged;

/** Finished turns and totals of a session, as `sessions show` prints them. */
export const readDetail = async (store: EventStore, summary: SessionSummary): Promise<SessionDetail> => {
  const id = summary.id as SessionId;
  const record = emptySessionRecord(id);
  for await (const batch of store.read(id)) for (const event of batch) foldSessionRecord(record, event);
  const detail = sessionDetailOf(record, (text) => hash('sha256', text));
  if (!detail) throw unreadable(id);
  return { ...detail, status: statusNow(summary.status, detail.status) };
};

/** From this many events on (about a thousand turns) a snapshot leaves the calls of older turns out. */
const LONG_LOG = 6000;
/** Newest events of a long log that are read whole: what runs now is among them. */
const NEWEST = 500;
/** The messages of calls are most of a log, and a snapshot shows none of them. */
const BULKY: readonly RunEvent['type'][] = ['call-started'];

/** Sessions with a long log whose views are kept, so that a return to one reads only what is new. */
const KEPT_VIEWS = 3;

export interface SnapshotReader {
  /**
   * What a screen draws; texts come later, as pages of turns. Of a long log the intents and answers of calls before
   * the newest events are not read: the number of calls comes from the list of sessions, and a turn that needed
   * several says so itself.
   */
  readonly read: (summary: SessionSummary) => Promise<SessionSnapshot>;
  /** To be called when a session was deleted. */
  readonly forget: (id: string) => void;
}

/** `follow` gives those who want to take in what is read of a long log, after this event. */
export const snapshotReader = (
  store: EventStore,
  follow: (id: string, after: number) => ((event: RunEvent) => void) | null = () => null,
): SnapshotReader => {
  /** The one that was asked for last stands last. */
  const kept = new Map<string, SessionView>();

  const keep = (id: string, view: SessionView): void => {
    kept.delete(id);
    kept.set(id, view);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_VIEWS && oldest !== undefined) kept.delete(oldest);
  };

  /** Two that read for the same view at once do no harm: it passes over what it has seen. */
  const read: SnapshotReader['read'] = async (summary) => {
    const id = summary.id as SessionId;
    const count = (await store.head(id))?.count ?? 0;
    const isLong = count > LONG_LOG;
    const view = kept.get(id) ?? emptySessionView(id);
    const told = (isLong ? follow(id, view.current?.last_seq ?? 0) : null) ?? nobody;
    if (isLong) {
      await foldThin(store, view, count - NEWEST, told);
      keep(id, view);
    }
    const after = Math.max(view.current?.last_seq ?? 0, isLong ? count - NEWEST : 0);
    for await (const batch of store.read(id, { after })) {
      for (const event of batch) {
        foldSessionView(view, event);
        told(event);
      }
    }
    const snapshot = snapshotOf(view);
    if (!snapshot) throw unreadable(id);
    const { calls, repeated_calls } = isLong ? summary.totals : snapshot.totals;
    const status = statusNow(summary.status, snapshot.status);
    return { ...snapshot, status, totals: { ...snapshot.totals, calls, repeated_calls } };
  };
  return { read, forget: (id) => kept.delete(id) };
};

const nobody = (): void => {};

/** Folds what the view has not seen up to `end`, without the bulk. */
const foldThin = async (
  store: EventStore,
  view: SessionView,
  end: number,
  told: (event: RunEvent) => void,
): Promise<void> => {
  const after = view.current?.last_seq ?? 0;
  if (after >= end) return;
  const thin = { after, without: BULKY, withoutAnswers: true };
  for await (const batch of store.read(view.id as SessionId, thin)) {
    for (const event of batch) {
      if (event.seq > end) break;
      foldSessionView(view, event);
      told(event);
    }
    if ((batch.at(-1)?.seq ?? 0) >= end) return;
  }
};

const unreadable = (id: SessionId) =>
  new AgentNetError('storage/corrupt', `The log of session ${id} cannot be read from its beginning.`, {
    where: { session_id: id, seq: 1 },
    kept: 'All rows were left as they are.',
    remedy: `Run \`agentnet verify ${id}\` to see what is damaged.`,
  });
