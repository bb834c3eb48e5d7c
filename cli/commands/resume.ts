import type { Core } from '../../core/app/index.ts';
import { type RunEvent, toAgentNetError } from '../../core/contract/index.ts';
import { answerQuestions } from '../answer-questions.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { errorText } from '../error-text.ts';
import { eventsUpTo, followRun } from '../follow-run.ts';
import { followSession } from '../follow-session.ts';
import { listSessions } from '../list-sessions.ts';
import { noWords, oneWord } from '../read-arguments.ts';
import { sessionNamed } from '../session-named.ts';
import type { Terminal } from '../terminal.ts';
import type { Presenter } from '../transcript/presenter.ts';
import { presenterFor } from '../transcript/presenter-for.ts';
import { withCore } from '../with-core.ts';

/** `agentnet resume [ID]` */
export const resumeSessions: RunCommand = (invocation, terminal) =>
  withCore(invocation, terminal, async (core) => {
    if (invocation.words.length === 0) return resumeAll(core, invocation, terminal);
    const session = await sessionNamed(core, oneWord(invocation, 'resume', 'one ID'));
    if (session.status === 'ended') {
      return showEnd(core, session.id, presenterFor(invocation, terminal, 1, session.mode));
    }
    const after = await lastSeq(core, session.id);
    await core.api['sessions.resume']({ id: session.id });
    return followRun(core, session.id, after, invocation, terminal);
  });

const resumeAll = async (core: Core, invocation: Invocation, terminal: Terminal): Promise<number> => {
  noWords(invocation, 'resume');
  const ids: string[] = [];
  for await (const { id } of listSessions(core, { status: 'interrupted' })) ids.push(id);
  if (ids.length === 0) {
    terminal.say('No session is interrupted; there is nothing to resume.');
    return 0;
  }
  const show = presenterFor(invocation, terminal, ids.length);
  const codes = await Promise.all(
    ids.map((id) =>
      resumeOneOfMany(core, id, terminal, show).catch((thrown: unknown) => {
        const error = toAgentNetError(thrown);
        terminal.say(invocation.flag('json') ? JSON.stringify({ error: error.toWire() }) : errorText(error));
        return error.exitCode;
      }),
    ),
  );
  return worstOf(codes);
};

/** Nobody is asked anything here: one does not know which of them asks. */
const resumeOneOfMany = async (
  core: Core,
  id: string,
  { say }: Terminal,
  show: Presenter,
): Promise<number> => {
  const after = await lastSeq(core, id);
  const { mode } = await core.api['sessions.resume']({ id });
  if (mode !== 'workflow' && mode !== 'delegation') return followSession(core, id, after, show);
  const before = await eventsUpTo(core, id, after);
  const answers = answerQuestions({ core, id, terminal: { say }, yes: false, before });
  return followSession(core, id, after, show, answers);
};

/** An ended session is not run again; its end is shown once more. */
const showEnd = async (core: Core, id: string, show: Presenter): Promise<number> => {
  const { items } = await core.api['sessions.events']({ id, after: (await lastSeq(core, id)) - 1 });
  for (const event of items as readonly RunEvent[]) await show({ kind: 'event', event });
  return (await core.whenEnded(id)).exit_code;
};

const lastSeq = async (core: Core, id: string): Promise<number> =>
  (await core.api['sessions.events']({ id, limit: 1 })).last_seq;

/** From what nobody can go on from to what only waits. */
const FROM_WORST = [1, 5, 4, 3, 2, 6, 0];

const worstOf = (codes: readonly number[]): number => FROM_WORST.find((code) => codes.includes(code)) ?? 1;
