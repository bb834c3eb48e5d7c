import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold the product's own code. */
export const SOURCE_FOLDERS = /** @type {const} */ ([
  'core',
  'electron',
  'server',
  'cli',
  'renderer',
  'bench',
  'scripts',
  'bin',
]);

const CODE = /\.(ts|tsx|mjs)$/;

/**
 * The code files below the given folders, as paths relative to root with forward slashes, sorted.
 * @param {string} root
 * @param {readonly string[]} folders those that do not exist are passed over
 * @returns {string[]}
 */
export function codeFiles(root, folders) {
  return folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => CODE.test(file) && !file.endsWith('.d.ts'))
      .sort();
  });
}
