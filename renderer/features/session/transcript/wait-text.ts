import type { RunningTurn, SessionSnapshot } from '../../../../core/contract/index.ts';
import { formatElapsed } from '../../../ui/index.ts';

/** What a turn without words waits for, and for how long; `now` in milliseconds since the epoch. */
export const waitText = (
  { waits, call }: RunningTurn,
  { specification: { budget }, running }: Pick<SessionSnapshot, 'specification' | 'running'>,
  now: number,
): string => {
  if (waits !== null) {
    const { text, since, at_least_ms: least } = waits;
    const soFar = Math.max(0, now - since);
    // The end of these waits is not told: the call goes out when they are over.
    if (waits.for === 'retry' && least !== null && soFar > least) return FIRST_TOKEN;
    const span = least === null ? '' : `, ${formatElapsed(least + 999)}`;
    return `${text}${span}${soFar < 1000 ? '' : ` (${formatElapsed(soFar)} so far)`}`;
  }
  if (call !== null) return FIRST_TOKEN;
  const isCapped = budget.usd !== undefined || budget.tokens !== undefined;
  return isCapped && running.some((turn) => turn.call !== null)
    ? 'waits for room in the budget of the session: running calls have reserved the rest'
    : 'preparing';
};

const FIRST_TOKEN = 'waiting for the first token';
