import { dirname, isAbsolute, join } from 'node:path';
import { AgentNetError } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { followRun } from '../follow-run.ts';
import { oneWord, wholeNumber } from '../read-arguments.ts';
import { MOST_GRAPH_BYTES, readTextFile } from '../read-text-file.ts';
import { withCore } from '../with-core.ts';

/** `agentnet run FILE` */
export const runFile: RunCommand = async (invocation, terminal) => {
  const file = oneWord(invocation, 'run', 'one FILE');
  const set = settingsOf(invocation);
  const text = await readTextFile(file, terminal);
  return withCore(invocation, terminal, async (core) => {
    const readText = (path: string) => readTextFile(besides(file, path), terminal, MOST_GRAPH_BYTES);
    const id = await core.startFromText(text, { file, set, readText });
    return followRun(core, id, 0, invocation, terminal);
  });
};

/** A path as a specification names it, seen from its own file. */
const besides = (file: string, path: string): string =>
  isAbsolute(path) || file === '-' ? path : join(dirname(file), path);

/** `--set` in its order, then the options that have a name of their own. */
const settingsOf = (invocation: Invocation): readonly { readonly path: string; readonly value: string }[] => {
  const model = invocation.text('model');
  const seed = wholeNumber(invocation, 'seed', { min: 0, max: Number.MAX_SAFE_INTEGER });
  return [
    ...invocation.texts('set').map(settingOf),
    // Quoted, because a value is read as YAML and a model's name is text whatever it looks like.
    ...(model === undefined ? [] : [{ path: 'model', value: JSON.stringify(model) }]),
    ...(seed === undefined ? [] : [{ path: 'seed', value: String(seed) }]),
  ];
};

const settingOf = (given: string) => {
  const equals = given.indexOf('=');
  if (equals > 0) return { path: given.slice(0, equals).trim(), value: given.slice(equals + 1) };
  throw new AgentNetError('input/usage', `--set needs path=value, like --set max_rounds=3; it is ${given}.`);
};
