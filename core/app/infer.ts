import { AgentNetError, type CoreApi, type Turn } from '../contract/index.ts';
import type { CoreContext } from './core-context.ts';
import { endOfSession } from './end-of-session.ts';

type InferInput = Parameters<CoreApi['agents.infer']>[0];

/** Asks one agent one thing. It is a session of mode single like any other, so it is recorded and counted. */
export const inferOnce = async (
  context: CoreContext,
  input: InferInput,
  signal: AbortSignal,
): Promise<Turn> => {
  const { name, prompt, model, seed, max_output_tokens } = input;
  const id = await context.createSession({
    mode: 'single',
    name: `Ask ${name}`.slice(0, 200),
    topic: prompt,
    agents: [name],
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(max_output_tokens !== undefined && { max_output_tokens }),
  });
  const ended = await endOfSession(context.live, id, signal);
  const [turn] = (await context.store.turns(id, 0, 1)).items;
  if (turn) return turn;
  throw new AgentNetError(ended.exit_code === 4 ? 'budget/exceeded' : 'provider/empty', ended.reason, {
    where: { session_id: id },
    kept: 'The session with its attempts is stored.',
    remedy: 'Open the session to see what each model said.',
  });
};
