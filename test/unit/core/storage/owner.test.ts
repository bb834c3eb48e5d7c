import { hostname, platform } from 'node:os';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { currentOwner, processStartedAt } from '../../../../core/storage/owner.ts';

describe('currentOwner', () => {
  it('is this process, with an id of its own each time', () => {
    const [a, b] = [currentOwner(realEffects), currentOwner(realEffects)];
    expect(a).toMatchObject({ pid: process.pid, host: hostname() });
    expect(a.ownerId).not.toBe(b.ownerId);
    expect(a.processStartedAt).toBeLessThanOrEqual(realEffects.clock.now());
  });
});

describe('processStartedAt', () => {
  it('is told by the system, or not at all', () => {
    const startedAt = processStartedAt(process.pid);
    if (platform() === 'linux') expect(startedAt).toBeGreaterThan(0);
    else expect(startedAt).toBeUndefined();
    expect(processStartedAt(2 ** 22 + 7)).toBeUndefined();
  });
});
