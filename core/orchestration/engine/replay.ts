import {
  canonicalJson,
  type EventDraft,
  eventOrigin,
  type ReplayReport,
  type RunEvent,
} from '../../contract/index.ts';
import { derive } from './derive.ts';
import { foldSession, openState } from './fold.ts';
import type { SessionState } from './session-state.ts';

type Difference = NonNullable<ReplayReport['first_difference']>;

/**
 * Feeds the recorded inputs to the engine in their order, recomputes everything else and compares bytes.
 * Makes no call and reads no clock; stops at the first difference.
 */
export const replaySession = async (
  sessionId: string,
  batches: AsyncIterable<readonly RunEvent[]>,
): Promise<ReplayReport> => {
  let state: SessionState | undefined;
  let events = 0;
  let calls = 0;
  let copied = 0;
  for await (const batch of batches) {
    for (const recorded of batch) {
      if (recorded.seq !== events + 1) return report(sessionId, events, calls, missing(recorded, events + 1));
      if (recorded.type === 'call-ended') calls += 1;
      if (recorded.type === 'session-created') copied = recorded.data.forked_from?.seq ?? 0;
      if (state) {
        // What a fork copied was recomputed by the session it comes from.
        const difference = recorded.seq > copied ? step(state, recorded) : null;
        if (difference) return report(sessionId, events, calls, difference);
        foldSession(state, recorded, recorded.at);
      } else {
        state = openState(sessionId, recorded, recorded.at);
      }
      events += 1;
    }
  }
  const due = state && state.phase.kind === 'ended' ? derive(state) : null;
  return report(sessionId, events, calls, due ? surplus(due, events + 1) : null);
};

const step = (state: SessionState, recorded: RunEvent): Difference | null => {
  if (cutsIn(recorded)) return null;
  const draft = derive(state);
  if (draft) return compare(draft, recorded);
  return eventOrigin[recorded.type] === 'input'
    ? null
    : difference(recorded, 'type', recorded.type, 'nothing (no derived event was due here)');
};

/**
 * Marks of a process that ended or took over, and answers of the budgets when a call was due; they may fall
 * between derived events that belong together.
 */
const cutsIn = (event: RunEvent): boolean =>
  event.type === 'session-resumed' ||
  event.type === 'session-interrupted' ||
  event.type === 'budget-awaited' ||
  event.type === 'budget-refused' ||
  event.type === 'downgrade-switched' ||
  (event.type === 'deadline-passed' && event.data.key !== undefined) ||
  (event.type === 'call-ended' &&
    event.data.outcome.kind === 'abandoned' &&
    event.data.outcome.reason === 'interrupted');

const compare = (draft: EventDraft, recorded: RunEvent): Difference | null => {
  if (draft.type !== recorded.type) return difference(recorded, 'type', recorded.type, draft.type);
  const expected = canonicalJson(recorded.data);
  const actual = canonicalJson(draft.data);
  if (expected === actual) return null;
  const place = firstDifference(JSON.parse(expected), JSON.parse(actual), 'data');
  return difference(recorded, place.path, place.recorded, place.recomputed);
};

/** Longest excerpt of a value in a report, in UTF-16 units. */
const EXCERPT = 200;

const show = (value: unknown): string => {
  const text = value === undefined ? 'absent' : canonicalJson(value);
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}...`.toWellFormed() : text;
};

const firstDifference = (
  recorded: unknown,
  recomputed: unknown,
  path: string,
): { path: string; recorded: string; recomputed: string } => {
  if (isBranch(recorded) && isBranch(recomputed) && Array.isArray(recorded) === Array.isArray(recomputed)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(recomputed)])].sort();
    for (const key of keys) {
      const [left, right] = [recorded[key], recomputed[key]];
      if (canonicalOrAbsent(left) === canonicalOrAbsent(right)) continue;
      return firstDifference(left, right, Array.isArray(recorded) ? `${path}[${key}]` : `${path}.${key}`);
    }
  }
  return { path, recorded: show(recorded), recomputed: show(recomputed) };
};

const canonicalOrAbsent = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const difference = (event: RunEvent, path: string, recorded: string, recomputed: string): Difference => ({
  seq: event.seq,
  type: event.type,
  path,
  recorded,
  recomputed,
});

const missing = (found: RunEvent, seq: number): Difference => ({
  seq,
  type: found.type,
  path: 'seq',
  recorded: `event ${found.seq} follows event ${seq - 1}`,
  recomputed: `event ${seq}`,
});

const surplus = (due: EventDraft, seq: number): Difference => ({
  seq,
  type: due.type,
  path: 'type',
  recorded: 'absent',
  recomputed: due.type,
});

const report = (
  sessionId: string,
  events: number,
  calls: number,
  first: Difference | null,
): ReplayReport => ({
  session_id: sessionId,
  equal: first === null,
  events,
  calls,
  first_difference: first,
});
