import type { SessionEnded, SessionId } from '../contract/index.ts';
import type { LiveSessions } from './live-sessions.ts';

/**
 * How a session of this process ended. When the caller goes away, also while it was being recorded, it is given up
 * in an orderly way: it rejects with `session/interrupted`, and the session can be resumed.
 */
export const endOfSession = async (
  live: Pick<LiveSessions, 'get' | 'whenEnded'>,
  id: SessionId,
  signal: AbortSignal,
): Promise<SessionEnded> => {
  const giveUp = () => void live.get(id)?.interrupt('the caller went away');
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    if (signal.aborted) giveUp();
    return await live.whenEnded(id);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
};
