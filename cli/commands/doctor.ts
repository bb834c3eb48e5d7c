import type { RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { noWords } from '../read-arguments.ts';
import { createPaint } from '../transcript/paint.ts';
import { withCore } from '../with-core.ts';

const WORDS = { ok: 'ok', missing: 'missing', failed: 'failed' } as const;

/** `agentnet doctor`: 1 when something fails that should work; what is merely missing is no failure. */
export const runDoctor: RunCommand = async (invocation, terminal) => {
  noWords(invocation, 'doctor');
  return withCore(invocation, terminal, async (core) => {
    const paint = createPaint(terminal.colour);
    const { checks } = await core.api['system.doctor']({});
    const width = Math.max(...checks.map(({ name }) => name.length));
    for (const check of checks) {
      if (invocation.flag('json')) {
        await terminal.out.write(`${JSON.stringify(check)}\n`);
        continue;
      }
      const state = WORDS[check.state].padEnd(7);
      const line = `${check.state === 'ok' ? state : paint.warn(state)}  ${check.name.padEnd(width)}  ${plainText(check.detail)}`;
      const remedy =
        check.remedy === null ? '' : `\n${' '.repeat(width + 11)}${paint.faint(plainText(check.remedy))}`;
      await terminal.out.write(`${line}${remedy}\n`);
    }
    return checks.some(({ state }) => state === 'failed') ? 1 : 0;
  });
};
