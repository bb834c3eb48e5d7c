import type { Core } from '../../core/app/index.ts';
import { AgentNetError } from '../../core/contract/index.ts';
import type { Invocation } from '../command.ts';
import { followRun } from '../follow-run.ts';
import { wholeNumber } from '../read-arguments.ts';
import { sessionNamed } from '../session-named.ts';
import type { Terminal } from '../terminal.ts';

const MOST_PARALLEL = 1000;

/** Runs the graph of a file and shows how it goes. */
export const runGraphFile = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  text: string,
  file: string,
): Promise<number> => {
  const model = invocation.text('model');
  const seed = wholeNumber(invocation, 'seed', { min: 0, max: Number.MAX_SAFE_INTEGER });
  const parallel = wholeNumber(invocation, 'parallel', { min: 1, max: MOST_PARALLEL });
  const onFailure = onFailureOf(invocation.text('on-failure'));
  const reuse = invocation.text('reuse');
  const inputs = inputsOf(invocation.texts('input'));
  const from = invocation.texts('from');
  const only = invocation.texts('only');
  const id = await core.startGraphFromText(text, {
    file,
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(parallel !== undefined && { parallel }),
    ...(onFailure !== undefined && { on_failure: onFailure }),
    ...(reuse !== undefined && { reuse: (await sessionNamed(core, reuse)).id }),
    ...(Object.keys(inputs).length > 0 && { inputs }),
    ...(from.length > 0 && { from: [...from] }),
    ...(only.length > 0 && { only: [...only] }),
    ...(invocation.flag('yes') && { approve: 'auto' as const }),
  });
  return followRun(core, id, 0, invocation, terminal);
};

const onFailureOf = (given: string | undefined): 'stop' | 'continue' | undefined => {
  if (given === undefined || given === 'stop' || given === 'continue') return given;
  throw new AgentNetError('input/usage', `--on-failure must be stop or continue; it is ${given}.`);
};

const inputsOf = (given: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    given.map((one) => {
      const equals = one.indexOf('=');
      if (equals > 0) return [one.slice(0, equals).trim(), one.slice(equals + 1)];
      throw new AgentNetError(
        'input/usage',
        `--input needs name=value, like --input topic=Bridges; it is ${one}.`,
      );
    }),
  );
