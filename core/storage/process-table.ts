import { readFileSync } from 'node:fs';

export type ProcessState =
  | { readonly kind: 'absent' }
  /** There, and its start time cannot be read: not Linux, or hidden from us. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'zombie' }
  | { readonly kind: 'running'; readonly startedAfterBootMs: number };

/** Linux counts process times in ticks of 10 ms, whatever the kernel's own clock does. */
const MS_PER_TICK = 10;

/** What the system knows of a process of this machine. */
export const readProcess = (pid: number): ProcessState => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return { kind: 'absent' };
  }
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return { kind: 'unreadable' };
  }
  return parseProcessLine(line);
};

/** A line of /proc/PID/stat; the name in parentheses may itself hold spaces and parentheses. */
export const parseProcessLine = (line: string): ProcessState => {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const ticks = Number(fields[19]);
  if (state === undefined || !Number.isFinite(ticks)) return { kind: 'unreadable' };
  if (state === 'Z' || state === 'X') return { kind: 'zombie' };
  return { kind: 'running', startedAfterBootMs: ticks * MS_PER_TICK };
};

/**
 * A process told apart from every other one that this machine ever ran: boot and start tick. It does not
 * move when the wall clock is set, as a start time does. Null where the system does not tell.
 */
export const processMark = (pid: number): string | null => {
  const found = readProcess(pid);
  if (found.kind !== 'running') return null;
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${found.startedAfterBootMs}`;
  } catch {
    return null;
  }
};
