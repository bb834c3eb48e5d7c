import type { Core } from '../core/app/index.ts';
import { AgentNetError, type SessionSummary } from '../core/contract/index.ts';
import { listSessions } from './list-sessions.ts';

const WHOLE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Shorter beginnings would name a session by accident. */
const BEGINNING = /^[0-9a-f][0-9a-f-]{3,}$/i;

/** The session with this id, or the only one whose id begins with it. Throws `input/unknown-session`. */
export const sessionNamed = async (core: Core, given: string): Promise<SessionSummary> => {
  const text = given.toLowerCase();
  if (WHOLE_ID.test(text)) return core.api['sessions.summary']({ id: text });
  if (!BEGINNING.test(text)) return core.api['sessions.summary']({ id: given });
  const found: SessionSummary[] = [];
  for await (const session of listSessions(core)) {
    if (session.id.startsWith(text)) found.push(session);
  }
  const [one, ...others] = found;
  if (one && others.length === 0) return one;
  const message = one
    ? `${given} begins the ids of ${found.length} sessions.`
    : `There is no session whose id begins with ${given}.`;
  throw new AgentNetError('input/unknown-session', message, {
    remedy: '`agentnet sessions list` shows their ids.',
  });
};
