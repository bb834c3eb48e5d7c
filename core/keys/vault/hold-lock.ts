import { open, readFile, rm } from 'node:fs/promises';
import { AgentNetError } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';

const WAIT_MS = 20;
/** Whoever writes a vault needs a few milliseconds; the rest is room for a slow disk. */
const LIMIT_MS = 5_000;

/**
 * Does `work` while no other process holds the lock file. The lock of a dead process is taken away.
 * Throws `storage/locked` after 5 s.
 */
export const holdLock = async <T>(path: string, clock: Clock, work: () => Promise<T>): Promise<T> => {
  for (let waited = 0; !(await take(path)); waited += WAIT_MS) {
    if (await ownerIsDead(path)) await rm(path, { force: true });
    else if (waited >= LIMIT_MS) throw busy(path);
    else await clock.sleep(WAIT_MS, new AbortController().signal);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
};

const take = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

/** A file without a number is one that its owner is just writing. */
const ownerIsDead = async (path: string): Promise<boolean> => {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const busy = (path: string): AgentNetError =>
  new AgentNetError('storage/locked', 'Another process is writing the vault of keys.', {
    where: { file: path },
    kept: 'No key was changed.',
    remedy: 'Try again; if no other AgentNet runs, remove the named file.',
  });
