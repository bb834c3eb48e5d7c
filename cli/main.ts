import { nodeComplaint } from './node-version.ts';
import { processTerminal } from './process-terminal.ts';
import { runProgram } from './program.ts';

const terminal = processTerminal();
const complaint = nodeComplaint(process.versions.node);
if (complaint !== undefined) {
  terminal.say(complaint);
  process.exit(1);
}
const exitCode = await runProgram(process.argv.slice(2), terminal);
await terminal.out.flushed();
// Not left to the event loop: a connection that a provider keeps open must not keep the prompt waiting.
process.exit(exitCode);
