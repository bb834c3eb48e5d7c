import type { Cancel, Clock } from '../effects/index.ts';
import type { Caps, EventStore, Owner, TimeStanding } from '../storage/index.ts';
import { localDay } from './local-day.ts';

/** A session under a cap reserves its time in pieces of at most so many milliseconds, and asks again in good time. */
const PIECE_MS = 1_000;
/** What runs short is shared out in pieces of no less than so many milliseconds. */
const SMALLEST_PIECE_MS = 100;
/** Without a cap time is only counted, this often in milliseconds: a crash loses no more of it. */
const COUNT_EVERY_MS = 2_000;

/** The time that one session runs, counted for its day and project. */
export interface SessionTime {
  /**
   * The session runs from now on; nothing happens where it does already. Null: it may go on at once. Else resolves
   * when it may, with the cap that is used up or null. `passed` is called once when one is used up later.
   */
  begin(passed: (standing: TimeStanding) => void): Promise<TimeStanding | null> | null;
  /** It is paused or over: its time is counted, and what it had reserved is given back. */
  stop(): void;
}

interface SessionTimeOptions {
  readonly store: Pick<EventStore, 'reservations'>;
  readonly clock: Clock;
  readonly owner: Owner;
  readonly sessionId: string;
  readonly project: string;
  readonly caps: () => { readonly day: Caps; readonly project: Caps };
}

export const createSessionTime = (options: SessionTimeOptions): SessionTime => {
  const { store, clock, owner, sessionId, project, caps } = options;
  /** Milliseconds of the clock up to which the time is counted; null while the session does not run. */
  let countedTo: number | null = null;
  let usedDay = '';
  let holds = false;
  let cancel: Cancel | null = null;
  let passed: (standing: TimeStanding) => void = () => {};
  /** One question at a time, in order. */
  let asking: Promise<unknown> = Promise.resolve();

  const isCapped = (): boolean => caps().day.ms !== undefined || caps().project.ms !== undefined;

  const send = (usedMs: number, wantedMs: number) => {
    const at = clock.now();
    const day = localDay(at);
    const pieces = { usedMs, wantedMs, leastMs: SMALLEST_PIECE_MS };
    const request = { sessionId, owner, at, day, usedDay, project, ...pieces, caps: caps() };
    usedDay = day;
    return store.reservations.holdTime(request);
  };

  const takeUsed = (): number => {
    const now = Math.floor(clock.elapsed());
    const used = now - (countedTo ?? now);
    countedTo = now;
    return used;
  };

  const plan = (ms: number): void => {
    cancel?.();
    cancel = clock.schedule(ms, () => {
      cancel = null;
      // A database that is gone is told by the session's own writer.
      renew().then(
        (standing) => standing && passed(standing),
        () => {},
      );
    });
  };

  /** Counts what was used and reserves the next piece; the cap that has none left, or null. */
  const renew = (): Promise<TimeStanding | null> => {
    const answered = asking.then(async () => {
      if (countedTo === null) return null;
      const wanted = isCapped() ? PIECE_MS : 0;
      const used = takeUsed();
      if (wanted === 0 && used === 0 && !holds) {
        plan(COUNT_EVERY_MS);
        return null;
      }
      const since = clock.elapsed();
      const answer = await send(used, wanted);
      holds = wanted > 0 && answer.kind === 'granted';
      if (answer.kind === 'refused') {
        countedTo = null;
        return answer.standing;
      }
      if (countedTo === null) return null;
      // The last piece is used to its end; others are asked for when half of the one before is over.
      const isLast = answer.ms < SMALLEST_PIECE_MS;
      const left = (isLast ? answer.ms : answer.ms / 2) - (clock.elapsed() - since);
      plan(wanted === 0 ? COUNT_EVERY_MS : Math.max(0, left));
      return null;
    });
    asking = answered.catch(() => {});
    return answered;
  };

  return {
    begin: (tell) => {
      passed = tell;
      const capped = isCapped();
      if (countedTo !== null && (holds || !capped)) return null;
      if (countedTo === null) {
        countedTo = Math.floor(clock.elapsed());
        usedDay = localDay(clock.now());
      }
      if (capped) return renew();
      plan(COUNT_EVERY_MS);
      return null;
    },
    stop: () => {
      cancel?.();
      cancel = null;
      if (countedTo === null) return;
      const used = takeUsed();
      countedTo = null;
      // Waits for a question that is under way; what that is granted comes back here.
      asking = asking.then(async () => {
        if (used > 0 || holds) await send(used, 0);
        holds = false;
      });
      asking.catch(() => {});
    },
  };
};
