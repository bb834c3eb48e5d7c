import { AgentNetError, nearestName, toAgentNetError } from '../core/contract/index.ts';
import { commands } from './commands.ts';
import { errorText } from './error-text.ts';
import { commandHelp, programHelp } from './help.ts';
import { product } from './product.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line and gives the exit code; what goes wrong is said on standard error. */
export const runProgram = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  try {
    return await dispatch(args, terminal);
  } catch (thrown) {
    const error = toAgentNetError(thrown);
    const machine = args.includes('--json');
    terminal.say(machine ? JSON.stringify({ error: error.toWire() }) : errorText(error));
    return error.exitCode;
  }
};

const dispatch = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const [name, ...rest] = args;
  const asked = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (
    name === undefined ||
    name === 'help' ||
    (name.startsWith('-') && asked.includes('--help')) ||
    name === '-h'
  ) {
    await terminal.out.write(name === 'help' && rest[0] ? helpOf(rest[0]) : programHelp(product().version));
    return 0;
  }
  if (name === '--version') {
    await terminal.out.write(`${product().version}\n`);
    return 0;
  }
  const command = commandNamed(name);
  if (asked.includes('--help') || asked.includes('-h')) {
    await terminal.out.write(commandHelp(name, command));
    return 0;
  }
  const invocation = readArguments(name, command, rest);
  const run = await command.load();
  return run(invocation, terminal);
};

const helpOf = (name: string): string => commandHelp(name, commandNamed(name));

const commandNamed = (name: string) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const nearest = nearestName(name, Object.keys(commands));
  const what = name.startsWith('-') ? `no option ${name}` : `no command ${name}`;
  throw new AgentNetError('input/usage', `There is ${what}.${nearest ? ` Did you mean ${nearest}?` : ''}`, {
    remedy: '`agentnet --help` shows them all.',
  });
};
