import type { RunEvent, SessionDetail, Turn } from '../contract/index.ts';
import { digestLines, inSpeakingOrder } from './digest-lines.ts';
import { foldSessionView } from './fold-session-view.ts';
import { nameOf } from './participants-of.ts';
import { emptySessionView, type SessionView, snapshotOf } from './session-view.ts';

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex. Passed in, since this room runs anywhere. */
export type Sha256 = (text: string) => string;

/** A session's view with all its finished turns: the fold behind `sessions show` and the digest. */
export interface SessionRecord {
  readonly view: SessionView;
  /** In order of completion. */
  readonly turns: Turn[];
  /** Milliseconds since the epoch; null before `session-ended`. */
  endedAt: number | null;
}

export const emptySessionRecord = (id: string): SessionRecord => ({
  view: emptySessionView(id),
  turns: [],
  endedAt: null,
});

/** Changes the record and returns it. */
export const foldSessionRecord = (record: SessionRecord, event: RunEvent): SessionRecord => {
  const isNew = event.seq > (record.view.current?.last_seq ?? Number.POSITIVE_INFINITY);
  if (isNew && event.type === 'turn-ended') record.turns.push(event.data);
  if (isNew && event.type === 'session-ended') record.endedAt = event.at;
  foldSessionView(record.view, event);
  return record;
};

/** What `sessions show` prints; undefined before `session-created`. Turns come in speaking order. */
export const sessionDetailOf = (record: SessionRecord, sha256: Sha256): SessionDetail | undefined => {
  const snapshot = snapshotOf(record.view);
  if (!snapshot) return undefined;
  const { specification, ended } = snapshot;
  return {
    id: snapshot.id,
    name: specification.name,
    mode: specification.mode,
    status: snapshot.status,
    outcome: ended?.outcome ?? null,
    reason: ended?.reason ?? null,
    converged: ended?.converged ?? false,
    rounds_executed: ended?.rounds_executed ?? snapshot.round,
    topic_start: specification.topic,
    topic_final: ended?.topic_final ?? null,
    decision: ended?.decision ?? null,
    participants: specification.agents.map(nameOf),
    turns: [...inSpeakingOrder(record.turns)],
    incomplete: snapshot.incomplete,
    totals: snapshot.totals,
    digest: sha256(digestLines(snapshot, record.turns).join('\n')),
    specification,
    created_at: snapshot.created_at,
    ended_at: record.endedAt,
  };
};
