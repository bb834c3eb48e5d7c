import { randomBytes } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AgentNetError } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';

const WAIT_MS = 20;
/** Whoever writes a vault needs a few milliseconds; the rest is room for a slow disk. */
const LIMIT_MS = 5_000;

/**
 * Does `work` while no other process holds the lock. Throws `storage/locked` after 5 s.
 *
 * Whoever wants the lock raises a flag of his own, a file `PATH.PID.CHANCE`, and goes in when a look after that
 * shows no other flag of a living process: of two that look at once at least one sees the other. A flag of a dead
 * process is taken away, and nobody else's ever has its name, so that two who find it dead in the same moment take
 * away the same file. Of those that wait the one whose name comes first keeps its flag up and is next.
 */
export const holdLock = async <T>(path: string, clock: Clock, work: () => Promise<T>): Promise<T> => {
  let flag: string | null = null;
  try {
    for (let waited = 0; ; waited += WAIT_MS) {
      flag ??= await raise(path);
      const [first] = await othersThan(flag, path);
      if (first === undefined) return await work();
      if (waited >= LIMIT_MS) throw busy(join(dirname(path), first));
      if (first < flag) {
        await lower(flag, path);
        flag = null;
      }
      await clock.sleep(WAIT_MS, new AbortController().signal);
    }
  } finally {
    if (flag !== null) await lower(flag, path);
  }
};

/** A flag's name within the folder of the lock. */
const raise = async (path: string): Promise<string> => {
  const name = `${basename(path)}.${process.pid}.${randomBytes(8).toString('hex')}`;
  const file = await open(join(dirname(path), name), 'wx', 0o600);
  await file.close();
  return name;
};

const lower = (flag: string, path: string): Promise<void> => rm(join(dirname(path), flag), { force: true });

/** The flags of other holders and waiters that live, in the order of their names. */
const othersThan = async (own: string, path: string): Promise<readonly string[]> => {
  const start = `${basename(path)}.`;
  const flags = (await readdir(dirname(path))).filter((name) => name.startsWith(start) && name !== own);
  const living: string[] = [];
  for (const flag of flags) {
    if (isAlive(Number(flag.slice(start.length).split('.', 1)[0]))) living.push(flag);
    else await lower(flag, path);
  }
  return living.sort();
};

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
};

const busy = (file: string): AgentNetError =>
  new AgentNetError('storage/locked', 'Another process is writing the vault of keys.', {
    where: { file },
    kept: 'No key was changed.',
    remedy: 'Try again; if no other AgentNet runs, remove the named file.',
  });
