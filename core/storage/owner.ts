import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Effects } from '../effects/index.ts';
import type { Owner } from './event-store.ts';
import { readProcess } from './process-table.ts';

/** This process as an owner of sessions, with an id of its own for every call. */
export const currentOwner = (effects: Effects): Owner => ({
  ownerId: effects.ids.uuid(),
  pid: process.pid,
  processStartedAt:
    processStartedAt(process.pid) ?? Math.round(effects.clock.now() - process.uptime() * 1000),
  host: hostname(),
});

/** Start time in milliseconds since the epoch, where the system tells it (Linux). */
export const processStartedAt = (pid: number): number | undefined => {
  const found = readProcess(pid);
  if (found.kind !== 'running') return undefined;
  const bootedAt = bootTime();
  return bootedAt === undefined ? undefined : bootedAt + found.startedAfterBootMs;
};

const bootTime = (): number | undefined => {
  try {
    const seconds = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1];
    return seconds === undefined ? undefined : Number(seconds) * 1000;
  } catch {
    return undefined;
  }
};
