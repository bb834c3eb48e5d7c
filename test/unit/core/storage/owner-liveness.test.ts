import { platform } from 'node:os';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { currentOwner } from '../../../../core/storage/owner.ts';
import { isOwnerAlive, type OwnerRecord, SILENCE_MS } from '../../../../core/storage/owner-liveness.ts';
import { processMark } from '../../../../core/storage/process-table.ts';

const NOW = 1_736_981_000_000;
const here = (changes: Partial<OwnerRecord> = {}): OwnerRecord => ({
  ...currentOwner(realEffects),
  processMark: processMark(process.pid),
  heartbeatAt: NOW,
  ...changes,
});
const NO_PROCESS = 2 ** 22 + 7;

describe('isOwnerAlive', () => {
  it('believes the process table of this machine, not the heartbeat', () => {
    expect(isOwnerAlive(here(), NOW)).toBe(true);
    expect(isOwnerAlive(here({ pid: NO_PROCESS }), NOW)).toBe(false);
    if (platform() === 'linux') expect(isOwnerAlive(here({ heartbeatAt: 0 }), NOW)).toBe(true);
  });

  it.runIf(platform() === 'linux')('tells a process from an earlier one of the same id', () => {
    expect(isOwnerAlive(here({ processMark: 'another boot:1' }), NOW)).toBe(false);
    const startedAt = currentOwner(realEffects).processStartedAt;
    expect(isOwnerAlive(here({ processMark: null }), NOW)).toBe(true);
    expect(isOwnerAlive(here({ processMark: null, processStartedAt: startedAt - 60_000 }), NOW)).toBe(false);
    // The wall clock was set: the mark still fits.
    expect(isOwnerAlive(here({ processStartedAt: startedAt - 60_000 }), NOW)).toBe(true);
  });

  it('gives an owner on another machine as long as its heartbeat is fresh', () => {
    const there = here({ host: 'elsewhere', pid: NO_PROCESS });
    expect(isOwnerAlive(there, NOW + SILENCE_MS - 1)).toBe(true);
    expect(isOwnerAlive(there, NOW + SILENCE_MS)).toBe(false);
  });
});
