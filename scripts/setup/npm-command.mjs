import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Older ones run the install scripts of dependencies, which package.json forbids in a field they do not know. */
const OLDEST_NPM_MAJOR = 11;

/**
 * How to run npm with these arguments on this machine, through `npx npm@11` where the npm at hand is older.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ command: string, args: string[], shell: boolean }>}
 */
export async function npmCommand(args, env = process.env) {
  // npm and npx are shell scripts on Windows.
  const shell = process.platform === 'win32';
  const major = npmMajorFromUserAgent(env['npm_config_user_agent']) ?? (await npmMajorFromCommand(shell));
  return major >= OLDEST_NPM_MAJOR
    ? { command: 'npm', args: [...args], shell }
    : { command: 'npx', args: ['--yes', `npm@${OLDEST_NPM_MAJOR}`, ...args], shell };
}

/**
 * npm tells its version to what it runs: `npm/11.4.2 node/v20.19.0 linux x64 workspaces/false`.
 * @param {string | undefined} userAgent
 * @returns {number | undefined}
 */
export function npmMajorFromUserAgent(userAgent) {
  const major = userAgent?.match(/\bnpm\/(\d+)\./)?.[1];
  return major === undefined ? undefined : Number(major);
}

/** @param {boolean} shell */
async function npmMajorFromCommand(shell) {
  const { stdout } = await promisify(execFile)('npm', ['--version'], { shell });
  return Number(stdout.trim().split('.')[0]);
}
