import { hostname } from 'node:os';
import type { Owner } from './event-store.ts';
import { processStartedAt } from './owner.ts';
import { processMark, readProcess } from './process-table.ts';

/** An owner as its heartbeat left it. */
export interface OwnerRecord extends Owner {
  /** `processMark` of the owner, null where it could not be read. */
  readonly processMark: string | null;
  /** Milliseconds since the epoch, by the owner's clock. */
  readonly heartbeatAt: number;
}

/** An owner that cannot be looked at counts as dead when it was silent for longer, in milliseconds. */
export const SILENCE_MS = 15_000;
/** A start time is read from a clock that may be set; the mark is exact and goes first. */
const START_TOLERANCE_MS = 2_000;

/**
 * Whether the process behind a lease still runs. On this machine the process table decides; an owner on
 * another one, or one whose start time cannot be read, lives as long as its heartbeat is fresh.
 */
export const isOwnerAlive = (owner: OwnerRecord, now: number): boolean => {
  const fresh = now - owner.heartbeatAt < SILENCE_MS;
  if (owner.host !== hostname()) return fresh;
  const found = readProcess(owner.pid);
  switch (found.kind) {
    case 'absent':
    case 'zombie':
      return false;
    case 'unreadable':
      return fresh;
    case 'running': {
      const mark = processMark(owner.pid);
      if (owner.processMark !== null && mark !== null) return owner.processMark === mark;
      const startedAt = processStartedAt(owner.pid);
      return startedAt === undefined
        ? fresh
        : Math.abs(startedAt - owner.processStartedAt) <= START_TOLERANCE_MS;
    }
  }
};
