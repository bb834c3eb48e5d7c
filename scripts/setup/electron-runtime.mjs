import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The Electron executable, or undefined where its runtime was never fetched. The `electron` package alone is
 * not the runtime, and requiring it would start a download, so this looks at the files only.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function electronRuntime(root, env = process.env) {
  const packageFolder = join(root, 'node_modules', 'electron');
  const pathFile = join(packageFolder, 'path.txt');
  const executable = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const candidate =
    override === undefined
      ? executable && join(packageFolder, 'dist', executable)
      : join(override, executable ?? 'electron');
  return candidate && existsSync(candidate) ? candidate : undefined;
}
