import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keychainGap } from '../../../../scripts/run/keychain-gap.mjs';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const resultsOf = (machine: Parameters<typeof keychainGap>[0], noGaps: boolean) =>
  Promise.all(keychainGap(machine, noGaps).map((step) => step.run()));

describe('the gap of the keychain', () => {
  it('is none where both tools are on the path', () => {
    const folder = temporaryFolder();
    for (const tool of ['dbus-daemon', 'gnome-keyring-daemon']) writeFileSync(join(folder, tool), '');
    expect(keychainGap({ platform: 'linux', env: { PATH: folder } }, true)).toEqual([]);
  });

  it('names what is missing, and fails where no gap is allowed', async () => {
    const machine = { platform: 'linux', env: { PATH: temporaryFolder() } };
    const [allowed] = await resultsOf(machine, false);
    expect(allowed).toMatchObject({ failed: 0, note: expect.stringContaining('gnome-keyring-daemon') });
    expect(await resultsOf(machine, true)).toMatchObject([{ failed: 1 }]);
  });

  it('is no failure where a test would write into the keychain of a person', async () => {
    expect(await resultsOf({ platform: 'darwin', env: {} }, true)).toMatchObject([{ failed: 0 }]);
  });
});
