import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Clock, realEffects } from '../../../../../core/effects/index.ts';
import { holdLock } from '../../../../../core/keys/vault/hold-lock.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const clock = realEffects.clock;
/** Waits that take no time. */
const hasty: Clock = { ...clock, sleep: async () => {} };

describe('holdLock', () => {
  it('lets one in at a time, and tidies up', async () => {
    const folder = temporaryFolder();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await clock.sleep(5);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => holdLock(join(folder, 'lock'), clock, work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives the lock back when the work fails', async () => {
    const folder = temporaryFolder();
    const work = () => Promise.reject(new Error('broken'));
    await expect(holdLock(join(folder, 'lock'), clock, work)).rejects.toThrow('broken');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes the lock of a dead process away, and waits for a living one', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'lock');
    writeFileSync(`${path}.999999999.ab`, '');
    expect(await holdLock(path, hasty, async () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
    const theirs = `${path}.${process.ppid}.ab`;
    writeFileSync(theirs, '');
    await expect(holdLock(path, hasty, async () => 'done')).rejects.toMatchObject({
      code: 'storage/locked',
      where: { file: theirs },
    });
    expect(readdirSync(folder)).toEqual([`lock.${process.ppid}.ab`]);
  });

  it('loses nothing when processes find dead locks in the same moment', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'count'), '0');
    const child = fileURLToPath(new URL('./lock-child.ts', import.meta.url));
    const run = () => promisify(execFile)(process.execPath, [child, folder, '60']);
    await Promise.all([run(), run()]);
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('120');
    expect(readdirSync(folder)).toEqual(['count']);
  });
});
