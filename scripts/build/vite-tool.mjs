import { join } from 'node:path';
import { runChild } from '../setup/run-child.mjs';

/**
 * Runs `vite build` or `electron-vite build` with the project's configuration; what it says goes to standard
 * error.
 * @param {string} root
 * @param {'vite' | 'electron-vite'} tool
 * @returns {Promise<string[]>} nothing to remember: these tools empty their folder themselves
 */
export async function buildWithVite(root, tool) {
  const script = join(root, 'node_modules', tool, 'bin', `${tool}.js`);
  const code = await runChild(process.execPath, [script, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error(`${tool} ended with exit code ${code}`);
  return [];
}
