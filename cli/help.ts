import type { Command, Option } from './command.ts';
import { commands } from './commands.ts';

const column = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
};

/** The help of the whole program. */
export const programHelp = (version: string): string =>
  [
    `AgentNet ${version}: experiments with several language models working together`,
    '',
    'Usage: agentnet COMMAND [OPTIONS]',
    '',
    column(Object.entries(commands).map(([name, { summary }]) => [name, summary] as const)),
    '',
    column([
      ['--help', 'show this, or the help of a command: agentnet run --help'],
      ['--version', 'show the version'],
    ]),
    '',
    'Try:  agentnet run scenarios/resilient-edge.yaml',
    '',
    'Exit codes: 0 done; 2 bad input; 3 stopped by policy; 4 stopped by a budget; 5 no provider could answer;',
    '6 interrupted, can be resumed; 1 anything else. The data folder is AGENTNET_HOME or the usual place of this',
    'system; keys are read from the environment (OPENAI_API_KEY, ...), the keychain or the vault.',
    '',
  ].join('\n');

/** The help of one command. */
export const commandHelp = (name: string, command: Command): string => {
  const forms = command.forms.map((form) => `agentnet ${name} ${form}`.trimEnd());
  return [
    `agentnet ${name}: ${command.summary}`,
    '',
    ...forms.map((form, index) => `${index === 0 ? 'Usage: ' : '       '}${form} [OPTIONS]`),
    '',
    column(
      Object.entries(command.options).map(
        ([option, about]) => [optionForm(option, about), about.summary] as const,
      ),
    ),
    ...(command.notes ? ['', ...command.notes] : []),
    '',
  ].join('\n');
};

const optionForm = (name: string, { value, repeatable }: Option): string =>
  `--${name}${value === undefined ? '' : ` ${value}`}${repeatable ? ' ...' : ''}`;
