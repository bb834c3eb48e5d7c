import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;
/** A lock file without a process id in it is being written right now; older than this its writer died. */
const UNSIGNED_GRACE_MS = 5_000;

/**
 * Runs `work` while holding a lock file, so that two commands started at once in a fresh clone do not install
 * or build on top of each other. A lock whose owner is dead is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(ownerPid: number | undefined) => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withFileLock(path, work, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryTake(path)) {
    const owner = ownerOf(path);
    if (owner === 'gone') {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) onWait?.(owner);
    told = true;
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function tryTake(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {number | undefined | 'gone'} the owner's process id, undefined while it is not yet written
 */
function ownerOf(path) {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
    if (Number.isNaN(pid)) {
      return Date.now() - statSync(path).mtimeMs > UNSIGNED_GRACE_MS ? 'gone' : undefined;
    }
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: the process lives but belongs to somebody else. ENOENT: the lock was given back meanwhile.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' ? undefined : 'gone';
  }
}
