import { AgentNetError } from '../../core/contract/index.ts';
import type { RunCommand } from '../command.ts';
import { followRun } from '../follow-run.ts';
import { readTextFile } from '../read-text-file.ts';
import { sessionNamed } from '../session-named.ts';
import { withCore } from '../with-core.ts';

/** `agentnet approve ID NODE --yes | --no` */
export const approveNode: RunCommand = async (invocation, terminal) => {
  const [given, node, ...more] = invocation.words;
  const approved = invocation.flag('yes');
  if (given === undefined || node === undefined || more.length > 0 || approved === invocation.flag('no')) {
    throw new AgentNetError(
      'input/usage',
      '`agentnet approve` needs an ID, a NODE, and one of --yes and --no.',
      {
        remedy: '`agentnet approve --help` shows what it takes.',
      },
    );
  }
  const output = invocation.text('output');
  const file = invocation.text('plan');
  if (file !== undefined && !approved) {
    throw new AgentNetError('input/usage', '--plan hands in the plan that is approved, so it needs --yes.');
  }
  const plan = file === undefined ? undefined : await readTextFile(file, terminal);
  return withCore(invocation, terminal, async (core) => {
    const { id } = await sessionNamed(core, given);
    const { last_seq: after } = await core.api['sessions.events']({ id, limit: 1 });
    await core.api['sessions.approve']({
      id,
      node,
      approved,
      note: invocation.text('note') ?? '',
      ...(output !== undefined && { output }),
      ...(plan !== undefined && { graph: JSON.parse(core.convertGraph(plan, file ?? '', 'json').text) }),
    });
    // The answer is for this node: others are asked for again.
    const others = { ...invocation, flag: (name: string) => name !== 'yes' && invocation.flag(name) };
    return followRun(core, id, after, others, terminal);
  });
};
