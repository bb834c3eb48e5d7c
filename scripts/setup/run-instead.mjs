import { delimiter, dirname, join } from 'node:path';
import { runChild } from './run-child.mjs';

const MARK = 'AGENTNET_STAND_IN';

/**
 * Runs this process's own script and arguments with another Node and gives the exit code. The other process
 * ends with this one even when this one is killed outright: see `dieWithParent`.
 * @param {string} node
 * @param {string} root
 * @returns {Promise<number>}
 */
export async function runInstead(node, root) {
  const [, script, ...args] = process.argv;
  return await runChild(node, [...process.execArgv, String(script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [MARK]: '1', PATH: pathWithProjectTools(root) },
  });
}

/**
 * Call first thing in a script that may have been started by `runInstead`: when the process it stands in for
 * is gone, however it went, so is this one.
 */
export function dieWithParent() {
  if (process.env[MARK] === undefined) return;
  delete process.env[MARK];
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
}

/**
 * The search path with the project's tools, and so its Node, before everything else; as npm would set it.
 * @param {string} root
 */
export function pathWithProjectTools(root) {
  return [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(
    delimiter,
  );
}
