/**
 * Adds to a number in a file again and again while it holds the lock; before each time it leaves a lock behind
 * whose process is dead.
 *
 *   node test/unit/core/keys/vault/lock-child.ts FOLDER TIMES
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realEffects } from '../../../../../core/effects/index.ts';
import { holdLock } from '../../../../../core/keys/vault/hold-lock.ts';

const [folder = '', times = '0'] = process.argv.slice(2);
const [lock, count] = [join(folder, 'lock'), join(folder, 'count')];
const { clock } = realEffects;

for (let turn = 0; turn < Number(times); turn += 1) {
  writeFileSync(`${lock}.999999999.${turn}`, '');
  await holdLock(lock, clock, async () => {
    const before = Number(readFileSync(count, 'utf8'));
    await clock.sleep(1);
    writeFileSync(count, String(before + 1));
  });
}
