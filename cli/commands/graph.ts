import type { Core } from '../../core/app/index.ts';
import { AgentNetError } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import { plural } from '../transcript/figures.ts';
import { withCore } from '../with-core.ts';

/** A recorded workflow of ten thousand tasks has a few megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/** `agentnet graph [check | convert] FILE`, `agentnet graph plan GOAL` */
export const runGraph: RunCommand = async (invocation, terminal) => {
  const [action, file, ...more] = invocation.words;
  if (action === 'plan') return planGoal(invocation, terminal, file, more);
  if ((action !== 'check' && action !== 'convert') || file === undefined || more.length > 0) {
    throw new AgentNetError('input/usage', '`agentnet graph` needs check or convert, and one FILE.', {
      remedy: '`agentnet graph --help` shows what it takes.',
    });
  }
  const text = await readTextFile(file, terminal, MOST_BYTES);
  return withCore(invocation, terminal, (core) =>
    action === 'check'
      ? check(core, invocation, terminal, text, file)
      : convert(core, invocation, terminal, text, file),
  );
};

const planGoal = async (
  invocation: Invocation,
  terminal: Terminal,
  goal: string | undefined,
  more: readonly string[],
): Promise<number> => {
  if (goal === undefined || goal.trim() === '' || more.length > 0) {
    throw new AgentNetError('input/usage', '`agentnet graph plan` needs one goal, in quotes.', {
      remedy: 'Like this: agentnet graph plan "Move the office by June" --out move.yaml',
    });
  }
  const { planGraph } = await import('./graph-plan.ts');
  return withCore(invocation, terminal, (core) => planGraph(core, invocation, terminal, goal));
};

const check = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  text: string,
  file: string,
): Promise<number> => {
  const { ok, problems, graph } = await core.api['graphs.check']({ text, file });
  if (invocation.flag('json')) {
    await terminal.out.write(`${JSON.stringify({ ok, problems })}\n`);
    return ok ? 0 : 2;
  }
  for (const { severity, message, remedy, where } of problems) {
    const place = where?.line === undefined ? '' : ` (line ${where.line}, column ${where.column})`;
    terminal.say(plainText(`${severity}: ${message}${place} ${remedy}`));
  }
  const nodes = Array.isArray(graph?.['nodes']) ? graph['nodes'].length : 0;
  if (ok) await terminal.out.write(`${plural(nodes, 'node')}, ready to run.\n`);
  return ok ? 0 : 2;
};

/** Prints the graph in the other notation. */
const convert = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  text: string,
  file: string,
): Promise<number> => {
  const to = invocation.text('to') ?? (/\.ya?ml$/i.test(file) ? 'json' : 'yaml');
  if (to !== 'json' && to !== 'yaml') {
    throw new AgentNetError('input/usage', `--to ${to} is not known.`, {
      remedy: 'Say --to json or --to yaml.',
    });
  }
  const converted = await core.convertGraph(text, file, to);
  if (converted.commentsLost) terminal.say('Its comments are not in the result: JSON has none.');
  await terminal.out.write(converted.text);
  return 0;
};
