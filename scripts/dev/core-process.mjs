import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @typedef {{ url: string, token: string }} Ready what `agentnet serve --json` says when it is */

/**
 * Starts the built `agentnet serve` and waits until it answers. Throws when it ends before that; it has then
 * said why on standard error.
 * @param {string} program the built command line
 * @param {readonly string[]} args
 */
export async function startCore(program, args) {
  const child = spawn(process.execPath, [program, 'serve', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  /** @type {Ready} */
  const ready = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`agentnet serve ended with exit code ${code}`)));
  });
  return {
    ready,
    /** Ends it and waits until its port and its data folder are free again. */
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
