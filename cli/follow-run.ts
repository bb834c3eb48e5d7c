import type { Core } from '../core/app/index.ts';
import type { RunEvent } from '../core/contract/index.ts';
import { answerQuestions } from './answer-questions.ts';
import type { Invocation } from './command.ts';
import { followSession } from './follow-session.ts';
import type { Terminal } from './terminal.ts';
import { presenterFor } from './transcript/presenter-for.ts';

/** Events read at once; a page of the REST API has as many. */
const PAGE = 10_000;

/**
 * Follows one session that this process runs, from the event after `after`, as the command line asks for: shows it,
 * and answers what its nodes ask.
 */
export const followRun = async (
  core: Core,
  id: string,
  after: number,
  invocation: Invocation,
  terminal: Terminal,
): Promise<number> => {
  const { mode } = await core.api['sessions.summary']({ id });
  const show = presenterFor(invocation, terminal, 1, mode);
  if (mode !== 'workflow' && mode !== 'delegation') return followSession(core, id, after, show);
  const before = after > 0 ? await eventsUpTo(core, id, after) : [];
  const yes = invocation.flag('yes');
  return followSession(core, id, after, show, answerQuestions({ core, id, terminal, yes, before }));
};

/** Events from the first one up to this. */
export const eventsUpTo = async (core: Core, id: string, last: number): Promise<readonly RunEvent[]> => {
  const events: RunEvent[] = [];
  for (let after = 0; after < last; ) {
    const { items } = await core.api['sessions.events']({ id, after, limit: Math.min(PAGE, last - after) });
    if (items.length === 0) break;
    events.push(...(items as readonly RunEvent[]));
    after = events.at(-1)?.seq ?? last;
  }
  return events;
};
