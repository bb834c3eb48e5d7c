import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps, and a change of branch writes many. */
const QUIET_MS = 200;

/**
 * Calls back once after each burst of changes below the folders, and never while the last call still runs.
 * @param {string} root
 * @param {readonly string[]} folders
 * @param {() => Promise<void>} onChange
 * @returns {() => void} stops watching
 */
export function watchSources(root, folders, onChange) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let running = false;
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (running) return schedule();
      running = true;
      try {
        await onChange();
      } finally {
        running = false;
      }
    }, QUIET_MS);
  };
  const watchers = folders
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) => watch(join(root, folder), { recursive: true }, schedule));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
