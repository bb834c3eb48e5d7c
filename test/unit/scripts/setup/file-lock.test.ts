import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFileLock } from '../../../../scripts/setup/file-lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'agentnet-lock-'));
  lock = join(folder, 'inner', 'work.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('withFileLock', () => {
  it('lets one after the other work, tells the second whom it waits for, and leaves nothing behind', async () => {
    const steps: string[] = [];
    const owners: (number | undefined)[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      steps.push(`${name} ends`);
    };
    await Promise.all([
      withFileLock(lock, work('first')),
      withFileLock(lock, work('second'), (owner) => owners.push(owner)),
    ]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(owners).toEqual([process.pid]);
    expect(existsSync(lock)).toBe(false);
  });

  it('gives the lock back when the work throws, and passes the error on', async () => {
    const failing = withFileLock(lock, async () => {
      throw new Error('no luck');
    });
    await expect(failing).rejects.toThrow('no luck');
    expect(existsSync(lock)).toBe(false);
  });

  it('takes over from an owner that is dead', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await withFileLock(lock, async () => undefined);
    writeFileSync(lock, String(pid));
    expect(await withFileLock(lock, async () => 'mine')).toBe('mine');
  });
});
