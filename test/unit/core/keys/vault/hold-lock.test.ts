import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Clock, realEffects } from '../../../../../core/effects/index.ts';
import { holdLock } from '../../../../../core/keys/vault/hold-lock.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const clock = realEffects.clock;
/** Waits that take no time. */
const hasty: Clock = { ...clock, sleep: async () => {} };

describe('holdLock', () => {
  it('lets one in at a time, and tidies up', async () => {
    const path = join(temporaryFolder(), 'lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await clock.sleep(5);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => holdLock(path, clock, work)));
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('gives the lock back when the work fails', async () => {
    const path = join(temporaryFolder(), 'lock');
    await expect(holdLock(path, clock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(path)).toBe(false);
  });

  it('takes the lock of a dead process away, and waits for a living one', async () => {
    const path = join(temporaryFolder(), 'lock');
    writeFileSync(path, '999999999');
    expect(await holdLock(path, hasty, async () => 'done')).toBe('done');
    writeFileSync(path, String(process.pid));
    await expect(holdLock(path, hasty, async () => 'done')).rejects.toMatchObject({ code: 'storage/locked' });
    expect(existsSync(path)).toBe(true);
  });
});
