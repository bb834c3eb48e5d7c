import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from './file-lock.mjs';
import { dependenciesAreCurrent, markInstalled } from './installed-state.mjs';
import { npmCommand } from './npm-command.mjs';
import { runChild } from './run-child.mjs';
import { say } from './say.mjs';

/**
 * Installs what package-lock.json names if it is not there or is not the same any more.
 * @param {string} root
 * @returns {Promise<boolean>} false when npm failed; npm has then said why
 */
export async function ensureDependencies(root) {
  if (dependenciesAreCurrent(root)) return true;
  return await withFileLock(
    join(root, '.cache', 'install.lock'),
    async () => {
      if (dependenciesAreCurrent(root)) return true;
      say('installing the dependencies (about a minute, once)');
      // `npm ci` deletes node_modules first, and Windows cannot delete the node.exe this may be running on.
      const updateInPlace = process.platform === 'win32' && existsSync(join(root, 'node_modules'));
      const npm = await npmCommand([updateInPlace ? 'install' : 'ci', '--no-fund', '--no-audit']);
      const code = await runChild(npm.command, npm.args, {
        cwd: root,
        shell: npm.shell,
        env: { ...process.env, npm_config_update_notifier: 'false' },
        // npm's report is progress here, not output.
        stdio: ['ignore', 2, 2],
      });
      if (code !== 0) {
        say(`installing the dependencies failed (npm's exit code ${code}, its message stands above).`);
        say('Nothing else was changed. Check the connection to the npm registry, then start again.');
        return false;
      }
      markInstalled(root);
      return true;
    },
    (pid) =>
      say(`another command${pid === undefined ? '' : ` (process ${pid})`} is installing; waiting for it`),
  );
}
