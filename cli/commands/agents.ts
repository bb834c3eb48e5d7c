import type { Core } from '../../core/app/index.ts';
import { AgentNetError, type AgentVersion } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import { withCore } from '../with-core.ts';

/** `agentnet agents [list | show NAME | create FILE]` */
export const runAgents: RunCommand = async (invocation, terminal) => {
  const [action = 'list', ...words] = invocation.words;
  const one = (called: string) => {
    const [word] = words;
    if (word !== undefined && words.length === 1) return word;
    throw usage(`\`agentnet agents ${action}\` needs one ${called}.`);
  };
  switch (action) {
    case 'list':
      if (words.length > 0) throw usage(`\`agentnet agents list\` does not take ${words.join(' ')}.`);
      return withCore(invocation, terminal, (core) => list(core, invocation, terminal));
    case 'show': {
      const name = one('NAME');
      return withCore(invocation, terminal, (core) => show(core, invocation, terminal, name));
    }
    case 'create': {
      const file = one('FILE');
      const text = await readTextFile(file, terminal);
      return withCore(invocation, terminal, async (core) => {
        const agent = await core.createAgentFromText(text, file);
        await terminal.out.write(
          invocation.flag('json')
            ? `${JSON.stringify(agent)}\n`
            : `Created ${agent.name}@${agent.version}.\n`,
        );
        return 0;
      });
    }
    default:
      throw usage(`\`agentnet agents\` cannot ${action}; it can list, show and create.`);
  }
};

const usage = (message: string): AgentNetError =>
  new AgentNetError('input/usage', message, { remedy: '`agentnet agents --help` shows what it takes.' });

const list = async (core: Core, invocation: Invocation, terminal: Terminal): Promise<number> => {
  const { items } = await core.api['agents.list']({});
  const names = items.map(({ name, version }) => `${name}@${version}`);
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const [index, agent] of items.entries()) {
    const row = `${(names[index] ?? '').padEnd(width)}  ${agent.description}`;
    await terminal.out.write(`${invocation.flag('json') ? JSON.stringify(agent) : plainText(row)}\n`);
  }
  return 0;
};

const show = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  name: string,
): Promise<number> => {
  const found = await core.api['agents.get']({ name });
  await terminal.out.write(invocation.flag('json') ? `${JSON.stringify(found)}\n` : agentText(found));
  return 0;
};

const agentText = ({
  agent,
  versions,
}: {
  readonly agent: AgentVersion;
  readonly versions: readonly AgentVersion[];
}) =>
  plainText(
    [
      `${agent.name}@${agent.version} (${agent.origin})`,
      agent.description,
      '',
      agent.role.trimEnd(),
      '',
      `models    ${agent.models.join(', ')}`,
      `style     ${
        Object.entries(agent.style)
          .map(([trait, weight]) => `${trait} ${weight}`)
          .join(', ') || '–'
      }`,
      `versions  ${versions.map(({ version }) => version).join(', ')}`,
      '',
    ].join('\n'),
  );
