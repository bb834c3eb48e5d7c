import type { RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { oneWord } from '../read-arguments.ts';
import { sessionNamed } from '../session-named.ts';
import { plural } from '../transcript/figures.ts';
import { withCore } from '../with-core.ts';

/** `agentnet verify ID`: 0 only when every event and every projection is as it should be. */
export const verifySession: RunCommand = (invocation, terminal) =>
  withCore(invocation, terminal, async (core) => {
    const { id } = await sessionNamed(core, oneWord(invocation, 'verify', 'one ID'));
    const report = await core.api['sessions.verify']({ id });
    if (invocation.flag('json')) {
      await terminal.out.write(`${JSON.stringify(report)}\n`);
    } else if (report.ok && report.projections_equal) {
      await terminal.out.write(
        `${plural(report.events, 'event')}: the chain is whole, the projections agree with it.\n`,
      );
    } else {
      const problem = report.first_problem;
      terminal.say(
        plainText(
          problem
            ? `Event ${problem.seq} is not as it was written (${problem.kind}): ${problem.message}`
            : `The events are as they were written, and a projection does not agree with them (${report.projection_problem?.table}): ${report.projection_problem?.message}`,
        ),
      );
    }
    return report.ok && report.projections_equal ? 0 : 1;
  });
