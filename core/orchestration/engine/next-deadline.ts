import type { DraftOf } from '../../contract/index.ts';
import type { NodeTimer } from '../protocols/index.ts';
import type { SessionState } from './session-state.ts';

/** The time cap that passes next. */
interface Deadline {
  /** Milliseconds from the last event on; may be negative. */
  readonly leftMs: number;
  /** The event for the moment so many milliseconds after the last event. */
  readonly passed: (sinceMs: number) => DraftOf<'deadline-passed' | 'node-due' | 'node-deadline-passed'>;
}

/**
 * Of the session's own cap, those of the turns under way and what the nodes of a graph wait for; null where there is
 * none. Pauses do not count, but for the wait before a node is tried again.
 */
export const nextDeadline = (state: SessionState): Deadline | null => {
  const { seconds, turn } = state.specification.budget;
  const all: Deadline[] = [];
  if (seconds !== undefined) all.push(deadlineOf(seconds, state.activeMs, undefined));
  if (turn?.seconds !== undefined) {
    for (const { activeMsBefore } of state.open.values()) {
      all.push(deadlineOf(turn.seconds, state.activeMs - activeMsBefore, 'turn'));
    }
  }
  const timer = state.protocol.nextTimer();
  if (timer) all.push(nodeTimer(state, timer));
  return all.reduce<Deadline | null>(
    (first, one) => (!first || one.leftMs < first.leftMs ? one : first),
    null,
  );
};

const deadlineOf = (cap: number, activeMs: number, scope: 'turn' | undefined): Deadline => ({
  leftMs: cap * 1000 - activeMs,
  passed: (sinceMs) => ({
    type: 'deadline-passed',
    data: { cap, elapsed: (activeMs + sinceMs) / 1000, ...(scope && { scope }) },
  }),
});

const nodeTimer = (state: SessionState, timer: NodeTimer): Deadline => {
  const { node } = timer;
  if (timer.kind === 'due') {
    return { leftMs: timer.at - state.lastAt, passed: () => ({ type: 'node-due', data: { node } }) };
  }
  const activeMs = state.activeMs - timer.startedActiveMs;
  return {
    leftMs: timer.cap * 1000 - activeMs,
    passed: (sinceMs) => ({
      type: 'node-deadline-passed',
      data: { node, cap: timer.cap, elapsed: (activeMs + sinceMs) / 1000 },
    }),
  };
};
