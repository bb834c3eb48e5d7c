import { processTerminal } from './process-terminal.ts';
import { runProgram } from './program.ts';

const terminal = processTerminal();
const exitCode = await runProgram(process.argv.slice(2), terminal);
await terminal.out.flushed();
// Not left to the event loop: a connection that a provider keeps open must not keep the prompt waiting.
process.exit(exitCode);
