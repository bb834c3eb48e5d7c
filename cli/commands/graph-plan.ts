import { access, writeFile } from 'node:fs/promises';
import type { Core } from '../../core/app/index.ts';
import { AgentNetError } from '../../core/contract/index.ts';
import type { Invocation } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { wholeNumber } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { plural } from '../transcript/figures.ts';

const MOST_TASKS = 200;

/** Asks a planner for a task graph and prints it, as YAML that people edit or as JSON. */
export const planGraph = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  goal: string,
): Promise<number> => {
  const agents = namesOf(invocation.text('agents'));
  const planner = invocation.text('planner');
  const model = invocation.text('model');
  const seed = wholeNumber(invocation, 'seed', { min: 0, max: Number.MAX_SAFE_INTEGER });
  const maxNodes = wholeNumber(invocation, 'max-nodes', { min: 1, max: MOST_TASKS });
  const out = invocation.text('out');
  if (out !== undefined) await refuseExisting(out);
  if (!invocation.flag('json')) terminal.say('The planner is asked.');
  const plan = await core.api['tasks.plan']({
    goal,
    ...(agents !== undefined && { agents }),
    ...(planner !== undefined && { planner }),
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(maxNodes !== undefined && { max_nodes: maxNodes }),
  });
  const nodes = Array.isArray(plan.graph['nodes']) ? plan.graph['nodes'].length : 0;
  if (plan.repaired) terminal.say('The first answer could not be used; the planner was asked once more.');
  for (const { message } of plan.problems) terminal.say(plainText(message));
  const text = /\.json$/i.test(out ?? '')
    ? `${JSON.stringify(plan.graph, null, 2)}\n`
    : core.planAsYaml(plan.graph, [`Goal: ${goal}`, `Planned in session ${plan.session_id}`]);
  if (out !== undefined) await writeNew(out, text);
  if (invocation.flag('json')) await terminal.out.write(`${JSON.stringify(plan)}\n`);
  else if (out === undefined) await terminal.out.write(text);
  else
    terminal.say(`${plural(nodes, 'task')} written to ${out}. Run them with \`agentnet graph run ${out}\`.`);
  return 0;
};

const namesOf = (list: string | undefined): string[] | undefined => {
  if (list === undefined) return undefined;
  const names = list.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new AgentNetError('input/usage', `--agents needs names, like --agents Athena,Apollo; it is ${list}.`);
};

/** Before a plan is paid for. */
const refuseExisting = async (file: string): Promise<void> => {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new AgentNetError('input/conflict', `${file} exists already.`, {
    where: { file },
    kept: 'Nobody was asked, and the file is as it was.',
    remedy: 'Name another file with --out.',
  });
};

/** A file that a person may have edited is never written over. */
const writeNew = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new AgentNetError(
      exists ? 'input/conflict' : 'input/unreadable-file',
      exists ? `${file} exists already.` : `${file} cannot be written.`,
      {
        where: { file },
        kept: 'The plan is stored with its session, and the file is as it was.',
        remedy: 'Name another file with --out.',
        cause,
      },
    );
  }
};
