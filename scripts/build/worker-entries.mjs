import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const WORKER_SUFFIX = '.worker.ts';

/**
 * Every `*.worker.ts` under core/ is an entry of its own, named by its file, because a worker thread starts
 * from a file and not from a chunk.
 * @param {string} root
 * @returns {Record<string, string>} entry name, such as `writer.worker`, to source file
 */
export function workerEntries(root) {
  const folder = join(root, 'core');
  if (!existsSync(folder)) return {};
  /** @type {Record<string, string>} */
  const entries = {};
  for (const relative of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!relative.endsWith(WORKER_SUFFIX)) continue;
    const name = (relative.split(/[\\/]/).at(-1) ?? '').slice(0, -'.ts'.length);
    if (entries[name] !== undefined) {
      throw new Error(
        `Two workers are named ${name}; they would overwrite each other in the flat build folder.`,
      );
    }
    entries[name] = join(folder, relative);
  }
  return entries;
}
