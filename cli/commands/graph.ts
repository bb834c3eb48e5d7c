import type { Core } from '../../core/app/index.ts';
import { AgentNetError } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { MOST_GRAPH_BYTES, readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import { plural } from '../transcript/figures.ts';
import { withCore } from '../with-core.ts';

const withFile = ['check', 'convert', 'run', 'save'] as const;
type WithFile = (typeof withFile)[number];

/** `agentnet graph check | convert | run | save FILE`, `agentnet graph list | show ID`, `agentnet graph plan GOAL` */
export const runGraph: RunCommand = async (invocation, terminal) => {
  const [action, file, ...more] = invocation.words;
  if (action === 'plan') return planGoal(invocation, terminal, file, more);
  if (action === 'list' && file === undefined) {
    const { listGraphs } = await import('./graph-stored.ts');
    return withCore(invocation, terminal, (core) => listGraphs(core, invocation, terminal));
  }
  if (action === 'show' && file !== undefined && more.length === 0) {
    const { showGraph } = await import('./graph-stored.ts');
    return withCore(invocation, terminal, (core) => showGraph(core, invocation, terminal, file));
  }
  if (!isWithFile(action) || file === undefined || more.length > 0) {
    throw new AgentNetError('input/usage', usageOf(action), {
      remedy: '`agentnet graph --help` shows what it takes.',
    });
  }
  const text = await readTextFile(file, terminal, MOST_GRAPH_BYTES);
  const act = await actionFor(action);
  return withCore(invocation, terminal, (core) => act(core, invocation, terminal, text, file));
};

type FileAction = (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  text: string,
  file: string,
) => Promise<number>;

const isWithFile = (action: string | undefined): action is WithFile => withFile.some((one) => one === action);

const usageOf = (action: string | undefined): string => {
  if (isWithFile(action)) return `\`agentnet graph ${action}\` needs one FILE.`;
  if (action === 'list') return '`agentnet graph list` takes nothing more.';
  if (action === 'show') return '`agentnet graph show` needs one ID.';
  return '`agentnet graph` can check, convert, run, save, list, show and plan.';
};

const actionFor = async (action: WithFile): Promise<FileAction> => {
  switch (action) {
    case 'check':
      return check;
    case 'convert':
      return convert;
    case 'run':
      return (await import('./graph-run.ts')).runGraphFile;
    case 'save':
      return (await import('./graph-stored.ts')).saveGraph;
  }
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
