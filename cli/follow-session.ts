import { setImmediate } from 'node:timers/promises';
import type { Core } from '../core/app/index.ts';
import { AgentNetError, toAgentNetError, type WatchMessage } from '../core/contract/index.ts';
import type { Answers } from './answer-questions.ts';

/**
 * Shows a session that this process runs, from the event after `after` to its end, and gives its exit code.
 * Throws `session/interrupted` when it is given up or waits for a person whom nobody can ask, and `storage/*` when
 * it cannot go on.
 */
export const followSession = async (
  core: Core,
  id: string,
  after: number,
  show: (message: WatchMessage) => Promise<void>,
  answers?: Answers,
): Promise<number> => {
  const over = new AbortController();
  let halted: AgentNetError | undefined;
  void answers?.halted.then((error) => {
    halted = error;
    over.abort();
  });
  const ended = core.whenEnded(id);
  ended.catch(async () => {
    // A run that is given up has told its last events by now; they pass through the watch in this turn.
    await setImmediate();
    over.abort();
  });
  const messages = core.api['sessions.watch']({ id, after }, { signal: over.signal });
  for await (const message of messages as AsyncIterable<WatchMessage>) {
    await show(message);
    if (message.kind === 'event' && message.event.type === 'session-ended')
      return message.event.data.exit_code;
    await answers?.hear(message);
    if (halted) break;
  }
  if (halted) throw halted;
  try {
    return (await ended).exit_code;
  } catch (thrown) {
    throw resumable(toAgentNetError(thrown), id);
  }
};

const resumable = (error: AgentNetError, id: string): AgentNetError =>
  error.code === 'session/interrupted'
    ? new AgentNetError(error.code, error.message, {
        where: { session_id: id },
        kept: 'Every finished turn is stored, and so is the text of unfinished ones.',
        remedy: `Go on with \`agentnet resume ${id}\`.`,
        cause: error,
      })
    : error;
