import { spawn } from 'node:child_process';

/**
 * Runs a command that may well fail: no network, no rights, not there. What it says goes to standard error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, timeoutMs: number, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<boolean>} whether it ended with exit code 0 in time
 */
export function tryCommand(command, args, { cwd, timeoutMs, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 2, 2],
      timeout: timeoutMs,
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
