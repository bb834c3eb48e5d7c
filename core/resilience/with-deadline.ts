import type { Cancel, Clock } from '../effects/index.ts';

/** A signal with a time limit that can be started anew; whoever opens it releases it. */
interface Deadline {
  /** Fires with the outer signal's reason, or when the time is over. */
  readonly signal: AbortSignal;
  /** True when it fired because the time was over, and not because of the outer signal. */
  readonly isOver: () => boolean;
  /** Counts `ms` from now; also ends a pause. */
  readonly restart: (ms: number) => void;
  /** Stops counting while nobody waits, so that a slow reader is not taken for a silent server. */
  readonly pause: () => void;
  /** Takes the timer and the listener away; the signal does not fire any more. */
  readonly release: () => void;
}

/**
 * Starts counting `ms` at once.
 *
 * `restart` is called for every piece of a stream, so it only notes the new end: a timer that fires
 * too early is set again for the rest, and no timer is made for a piece.
 */
export const withDeadline = (outer: AbortSignal, ms: number, clock: Clock): Deadline => {
  const controller = new AbortController();
  let endsAt: number | null = null;
  let timer: { readonly firesAt: number; readonly cancel: Cancel } | null = null;
  let over = false;
  let released = false;

  const setTimer = (waitMs: number) => {
    timer?.cancel();
    timer = { firesAt: clock.elapsed() + waitMs, cancel: clock.schedule(waitMs, onTimer) };
  };
  const onTimer = () => {
    timer = null;
    if (endsAt === null) return;
    const restMs = endsAt - clock.elapsed();
    if (restMs > 0) {
      setTimer(restMs);
      return;
    }
    over = true;
    release();
    controller.abort(new DOMException('The time limit is over.', 'TimeoutError'));
  };
  const onOuterAbort = () => {
    release();
    controller.abort(outer.reason);
  };
  const restart = (nextMs: number) => {
    if (released) return;
    endsAt = clock.elapsed() + nextMs;
    if (timer === null || timer.firesAt > endsAt) setTimer(nextMs);
  };
  const release = () => {
    released = true;
    endsAt = null;
    timer?.cancel();
    timer = null;
    outer.removeEventListener('abort', onOuterAbort);
  };

  if (outer.aborted) {
    onOuterAbort();
  } else {
    outer.addEventListener('abort', onOuterAbort, { once: true });
    restart(ms);
  }
  return {
    signal: controller.signal,
    isOver: () => over,
    restart,
    pause: () => {
      endsAt = null;
    },
    release,
  };
};
