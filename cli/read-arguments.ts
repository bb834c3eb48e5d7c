import { parseArgs } from 'node:util';
import { AgentNetError, nearestName } from '../core/contract/index.ts';
import type { Command, Invocation } from './command.ts';

/** Reads what follows a command's name. Throws `input/usage` naming the option that is wrong. */
export const readArguments = (name: string, command: Command, args: readonly string[]): Invocation => {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(command.options).map(([option, { value }]) => [
        option,
        { type: value === undefined ? 'boolean' : 'string' } as const,
      ]),
    ),
    allowPositionals: true,
    // The library's own words name neither the nearest option nor the command.
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options[token.name];
    if (option === undefined || !token.rawName.startsWith('--'))
      throw unknownOption(name, command, token.rawName);
    if (option.value === undefined && token.value !== undefined) {
      throw usage(`--${token.name} takes no value.`, name);
    }
    if (option.value !== undefined && token.value === undefined) {
      throw usage(`--${token.name} needs a value: --${token.name} ${option.value}.`, name);
    }
    const given = values.get(token.name) ?? [];
    if (given.length > 0 && option.value !== undefined && option.repeatable !== true) {
      throw usage(`--${token.name} is given twice.`, name);
    }
    values.set(token.name, [...given, token.value ?? '']);
  }
  return {
    words,
    flag: (option) => values.has(option),
    text: (option) => values.get(option)?.at(-1),
    texts: (option) => values.get(option) ?? [],
  };
};

const usage = (message: string, command: string): AgentNetError =>
  new AgentNetError('input/usage', message, {
    remedy: `\`agentnet ${command} --help\` shows what it takes.`,
  });

const unknownOption = (name: string, command: Command, given: string): AgentNetError => {
  const nearest = nearestName(given.replace(/^-+/, ''), Object.keys(command.options));
  const guess = nearest === undefined ? '' : ` Did you mean --${nearest}?`;
  return usage(`\`agentnet ${name}\` has no option ${given}.${guess}`, name);
};

/** The one word that a command takes. Throws `input/usage` when there is none or more than one. */
export const oneWord = ({ words }: Invocation, command: string, called: string): string => {
  const [word, ...more] = words;
  if (word === undefined) throw usage(`\`agentnet ${command}\` needs ${called}.`, command);
  if (more.length > 0)
    throw usage(`\`agentnet ${command}\` takes ${called} only, not ${more.join(' ')} too.`, command);
  return word;
};

/** Throws `input/usage` for words where a command takes none. */
export const noWords = ({ words }: Invocation, command: string): void => {
  if (words.length > 0) throw usage(`\`agentnet ${command}\` does not take ${words.join(' ')}.`, command);
};

/** A whole number of an option. Throws `input/usage`, naming the option. */
export const wholeNumber = (
  { text }: Invocation,
  option: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined => {
  const given = text(option);
  if (given === undefined) return undefined;
  const number = Number(given);
  if (/^\d+$/.test(given) && number >= min && number <= max) return number;
  throw new AgentNetError(
    'input/usage',
    `--${option} must be a whole number from ${min} to ${max}; it is ${given}.`,
  );
};
