import type { EventDraft } from '../contract/index.ts';
import { type FoldedSession, foldedTypes, foldSession, openSession } from './fold-session.ts';
import { type Upcasters, upcast } from './upcasters.ts';

/** A stored event as far as the projections need it. */
export interface FoldableRow {
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly at: number;
  readonly data: string;
}

export interface FoldedRows {
  readonly session: FoldedSession | undefined;
  /** Sequence numbers of the finished turns, in their order. */
  readonly turnSeqs: readonly number[];
}

const read: ReadonlySet<string> = new Set(foldedTypes);

/**
 * Goes on folding a session over stored rows. A row that cannot be read moves the time and nothing else, so
 * that one damaged event hides no session; a session whose first event is damaged gets a name that says so.
 */
export const foldRows = (
  sessionId: string,
  from: FoldedSession | undefined,
  rows: readonly FoldableRow[],
  steps: Upcasters,
): FoldedRows => {
  let session = from;
  const turnSeqs: number[] = [];
  for (const row of rows) {
    const draft = read.has(row.type) ? readDraft(row, steps) : undefined;
    if (session === undefined) {
      session = opened(sessionId, draft, row.at);
      continue;
    }
    try {
      session = foldSession(session, draft ?? UNREAD, row.at);
      if (draft?.type === 'turn-ended') turnSeqs.push(row.seq);
    } catch {
      session = foldSession(session, UNREAD, row.at);
    }
  }
  return { session, turnSeqs };
};

/** Stands for an event whose data says nothing to the fold, or cannot be read. */
const UNREAD = { type: 'settings-changed', data: { changes: {} } } as const satisfies EventDraft;

const readDraft = (row: FoldableRow, steps: Upcasters): EventDraft | undefined => {
  try {
    const { data } = upcast(row.type, row.version, JSON.parse(row.data), steps);
    return { type: row.type, data } as EventDraft;
  } catch {
    return undefined;
  }
};

const opened = (sessionId: string, draft: EventDraft | undefined, at: number): FoldedSession => {
  if (draft?.type === 'session-created') {
    try {
      const session = openSession(sessionId, draft.data, at);
      searchWords(session);
      return session;
    } catch {
      // The data is not what its type promises; named below.
    }
  }
  return {
    id: sessionId,
    name: 'Session with a damaged beginning',
    mode: 'single',
    topic: '',
    participants: [],
    models: [],
    project: 'default',
    stub: false,
    outcome: null,
    round: 0,
    max_rounds: 1,
    turns: 0,
    created_at: at,
    updated_at: at,
    ended_at: null,
    phase: 'paused',
    idle: true,
    microUsd: null,
    inputTokens: 0,
    outputTokens: 0,
    calls: 0,
    repeatedCalls: 0,
    ended: null,
  };
};

/** What the filter of the list looks through, in lower case. */
export const searchWords = ({ name, topic, participants }: FoldedSession): string =>
  [name, topic, ...participants].map((text) => text.toLowerCase()).join('\n');
