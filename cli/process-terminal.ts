import { buffer } from 'node:stream/consumers';
import { askHidden } from './ask-hidden.ts';
import { askLine } from './ask-line.ts';
import { createOutput } from './output.ts';
import type { Terminal } from './terminal.ts';

/**
 * The terminal of this process. The first signal asks the command to end in an orderly way; a second one kills the
 * process as if nobody had listened.
 */
export const processTerminal = (): Terminal => {
  const interruption = new AbortController();
  const say = (text: string) => process.stderr.write(`${text}\n`);
  // Nobody who reads the notes is no reason to stop.
  process.stderr.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!interruption.signal.aborted) return interruption.abort(signal);
      // `process.exit` would tear down threads that are in the middle of native code, and may crash instead.
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  }
  const interactive = process.stdout.isTTY === true;
  return {
    out: createOutput(process.stdout, () => interruption.abort('closed output')),
    say,
    readStandardInput: () => buffer(process.stdin),
    ...(process.stdin.isTTY && {
      askHidden: (question: string) => askHidden(process.stdin, process.stderr, question),
    }),
    ...(process.stdin.isTTY &&
      process.stderr.isTTY && {
        ask: (question: string) => askLine(process.stdin, process.stderr, question, interruption.signal),
      }),
    environment: process.env,
    interactive,
    colour: interactive && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    interrupted: interruption.signal,
  };
};
