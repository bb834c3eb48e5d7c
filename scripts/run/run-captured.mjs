import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../setup/project-root.mjs';
import { exitCodeOf } from '../setup/run-child.mjs';

/**
 * Where Node keeps what it has compiled, keyed by content. Tests open some hundred threads and processes, each of
 * which would strip the types of the same files anew: a third of all work.
 */
const COMPILED = join(projectRoot, 'node_modules', '.cache', 'node-compile');

/**
 * Runs a Node script to its end and gives what it printed, both streams in the order they came.
 * @param {readonly string[]} command the script and its arguments
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCaptured(command, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
      cwd,
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: exitCodeOf(code, signal), output }));
  });
}
