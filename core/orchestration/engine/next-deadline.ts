import type { EventData } from '../../contract/index.ts';
import type { SessionState } from './session-state.ts';

/** The time cap that passes next. */
interface Deadline {
  /** Milliseconds from the last event on; may be negative. */
  readonly leftMs: number;
  /** The event for the moment so many milliseconds after the last event. */
  readonly passed: (sinceMs: number) => EventData<'deadline-passed'>;
}

/** Of the session's own cap and those of the turns under way; null where none is set. Pauses do not count. */
export const nextDeadline = (state: SessionState): Deadline | null => {
  const { seconds, turn } = state.specification.budget;
  const all: Deadline[] = [];
  if (seconds !== undefined) all.push(deadlineOf(seconds, state.activeMs, undefined));
  if (turn?.seconds !== undefined) {
    for (const { activeMsBefore } of state.open.values()) {
      all.push(deadlineOf(turn.seconds, state.activeMs - activeMsBefore, 'turn'));
    }
  }
  return all.reduce<Deadline | null>(
    (first, one) => (!first || one.leftMs < first.leftMs ? one : first),
    null,
  );
};

const deadlineOf = (cap: number, activeMs: number, scope: 'turn' | undefined): Deadline => ({
  leftMs: cap * 1000 - activeMs,
  passed: (sinceMs) => ({ cap, elapsed: (activeMs + sinceMs) / 1000, ...(scope && { scope }) }),
});
