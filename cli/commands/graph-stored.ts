import type { Core } from '../../core/app/index.ts';
import type { Invocation } from '../command.ts';
import { plainText } from '../plain-text.ts';
import type { Terminal } from '../terminal.ts';
import { plural } from '../transcript/figures.ts';

/** Stored graphs, the last changed first. */
export const listGraphs = async (core: Core, invocation: Invocation, terminal: Terminal): Promise<number> => {
  const { items } = await core.api['graphs.list']({});
  const machine = invocation.flag('json');
  for (const graph of items) {
    const { id, name, version, nodes, errors, has_draft: hasDraft } = graph;
    const parts = [
      id.padEnd(36),
      version === 0 ? 'draft' : `v${version}${hasDraft ? ' + draft' : ''}`,
      plural(nodes, 'node'),
      ...(errors > 0 ? [plural(errors, 'error')] : []),
      name,
    ];
    await terminal.out.write(`${machine ? JSON.stringify(graph) : plainText(parts.join('  '))}\n`);
  }
  if (items.length === 0 && !machine)
    terminal.say('No graph is stored. `agentnet graph save FILE` stores one.');
  return 0;
};

/** The text of a stored graph as it was saved, its newest version. */
export const showGraph = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  id: string,
): Promise<number> => {
  const found = await core.api['graphs.get']({ id });
  const text = found.graph?.text ?? found.draft?.text ?? '';
  await terminal.out.write(invocation.flag('json') ? `${JSON.stringify(found)}\n` : endedLine(text));
  return 0;
};

const endedLine = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** Stores the text of a file as a new graph. */
export const saveGraph = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  text: string,
  file: string,
): Promise<number> => {
  const { graph } = await core.api['graphs.check']({ text, file });
  const own = graph?.['name'];
  const name =
    typeof own === 'string' && own !== '' ? own.slice(0, 200) : (file.split(/[\\/]/).at(-1) ?? file);
  const saved = await core.api['graphs.save']({ name, text, base_version: 0 });
  const errors =
    saved.errors === 0 ? '' : `, with ${plural(saved.errors, 'error')} to be mended before it runs`;
  await terminal.out.write(
    invocation.flag('json')
      ? `${JSON.stringify(saved)}\n`
      : plainText(`Stored ${saved.name} as ${saved.id}${errors}.\n`),
  );
  return 0;
};
