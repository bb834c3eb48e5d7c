import { describe, expect, it } from 'vitest';
import type { Command } from '../../../cli/command.ts';
import { commands } from '../../../cli/commands.ts';
import { commandHelp, programHelp } from '../../../cli/help.ts';

describe('help', () => {
  it('names every command and exit code', () => {
    const text = programHelp('1.2.3');
    expect(text).toContain('AgentNet 1.2.3');
    for (const name of Object.keys(commands)) expect(text).toMatch(new RegExp(`^  ${name} `, 'm'));
    for (const code of [0, 1, 2, 3, 4, 5, 6]) expect(text).toContain(`${code} `);
  });

  it.each(Object.entries(commands))(
    'of %s names its forms and options and fits a terminal',
    (name, command: Command) => {
      const text = commandHelp(name, command);
      for (const option of Object.keys(command.options)) expect(text).toContain(`--${option}`);
      for (const form of command.forms) expect(text).toContain(`agentnet ${name} ${form}`.trimEnd());
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    },
  );
});
