import { existsSync } from 'node:fs';
import { AgentNetError } from '../../core/contract/index.ts';
import type { RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { oneWord } from '../read-arguments.ts';
import { sessionNamed } from '../session-named.ts';
import { plural } from '../transcript/figures.ts';
import { withCore } from '../with-core.ts';

/** `agentnet replay ID`: 0 only when every recomputed event equals the recorded one. */
export const replaySession: RunCommand = (invocation, terminal) => {
  const word = oneWord(invocation, 'replay', 'one ID');
  if (existsSync(word)) throw bundleNotBuilt(word);
  return withCore(invocation, terminal, async (core) => {
    const { id } = await sessionNamed(core, word);
    const report = await core.api['sessions.replay']({ id });
    if (invocation.flag('json')) {
      await terminal.out.write(`${JSON.stringify(report)}\n`);
    } else if (report.equal) {
      await terminal.out.write(
        `Replayed ${plural(report.events, 'event')} with ${plural(report.calls, 'recorded call')} and no new one: equal.\n`,
      );
    } else {
      const difference = report.first_difference;
      terminal.say(
        plainText(
          difference
            ? `Event ${difference.seq} (${difference.type}) differs at ${difference.path}: recorded ${difference.recorded}, recomputed ${difference.recomputed}.`
            : 'The replay differs from the record.',
        ),
      );
    }
    return report.equal ? 0 : 1;
  });
};

const bundleNotBuilt = (file: string): AgentNetError =>
  new AgentNetError('input/not-built', 'Replaying a bundle file is not built yet.', {
    where: { file },
    remedy: 'Give the id of a session; `agentnet sessions list` shows them.',
  });
