import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { openRefusedKeys } from '../../../../core/keys/refused-keys.ts';
import { placesWithKey } from '../../../support/forms-of-key.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const KEY = 'sk-canary-0123456789abcdefghij';
const is = (text: string) => async () => text;

describe('refused keys', () => {
  it('are known to other processes and after a restart, until the key or the address is another', async () => {
    const folder = temporaryFolder();
    const one = openRefusedKeys(folder, realEffects.clock);
    const other = openRefusedKeys(folder, realEffects.clock);
    expect(await other.refusal('openai', is(KEY))).toBeUndefined();
    await one.refuse('openai', is(KEY), 'openai refused the key.');
    for (const reader of [one, other, openRefusedKeys(folder, realEffects.clock)]) {
      expect(await reader.refusal('openai', is(KEY))).toMatchObject({ message: 'openai refused the key.' });
      expect(await reader.refusal('openai', is(`${KEY}x`))).toBeUndefined();
      expect(await reader.refusal('azure', is(KEY))).toBeUndefined();
    }
    await other.refuse('azure', is(KEY), 'no');
    await other.forgive('openai');
    expect(await one.refusal('openai', is(KEY))).toBeUndefined();
    expect(await one.refusal('azure', is(KEY))).toBeDefined();
  });

  it('hold for this process at once, before the file is written', async () => {
    const keys = openRefusedKeys(temporaryFolder(), realEffects.clock);
    const writing = keys.refuse('openai', is(KEY), 'no');
    expect(await keys.refusal('openai', is(KEY))).toBeDefined();
    await writing;
  });

  it('leave nothing of the key in the file, which is for its owner alone', async () => {
    const folder = temporaryFolder();
    await openRefusedKeys(folder, realEffects.clock).refuse('openai', is(`https://lab\n${KEY}`), 'no');
    const path = join(folder, 'refused-keys.json');
    const text = readFileSync(path, 'utf8');
    expect(placesWithKey(KEY, { text })).toEqual([]);
    expect(placesWithKey('refused', { text: 'refused' })).toEqual(['text']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('make nothing of a file that is damaged, and write it anew', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'refused-keys.json'), '{"version": 1, "accounts": {"openai"');
    const keys = openRefusedKeys(folder, realEffects.clock);
    expect(await keys.refusal('openai', is(KEY))).toBeUndefined();
    await keys.refuse('openai', is(KEY), 'no');
    expect(await keys.refusal('openai', is(KEY))).toBeDefined();
  });
});
