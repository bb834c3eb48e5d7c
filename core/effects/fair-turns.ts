import type { Clock } from './effects.ts';

/** Work in one turn of the event loop after which what asks for more waits for a later one, in milliseconds. */
const LONGEST_TURN_MS = 1;

/**
 * Shares the event loop: whoever asks when a turn has lasted long enough stands in line, and each later turn
 * goes on with as many as it has time for. `afterTurn` calls back when timers and messages have had their turn.
 */
export const fairTurns = (
  elapsed: () => number,
  afterTurn: (callback: () => void) => unknown,
): Clock['breathe'] => {
  let line: (() => void)[] = [];
  let served = 0;
  /** When the first work of this turn began; null while nothing has been asked in it. */
  let begun: number | null = null;

  const hasTime = (): boolean => begun !== null && elapsed() - begun < LONGEST_TURN_MS;
  const serve = async (): Promise<void> => {
    while (served < line.length && hasTime()) {
      line[served]?.();
      served += 1;
      // The one that was let go works before the clock is looked at.
      await null;
    }
    if (served < line.length) return;
    line = [];
    served = 0;
  };
  const onLaterTurn = (): void => {
    begun = line.length > 0 ? elapsed() : null;
    if (begun === null) return;
    afterTurn(onLaterTurn);
    void serve();
  };

  return () => {
    if (begun === null) {
      begun = elapsed();
      afterTurn(onLaterTurn);
    }
    return line.length === 0 && hasTime() ? null : new Promise((resolve) => line.push(resolve));
  };
};
