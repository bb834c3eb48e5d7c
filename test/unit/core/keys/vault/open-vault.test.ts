import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../../core/effects/index.ts';
import { openVault } from '../../../../../core/keys/vault/open-vault.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const vaultIn = (folder: string) => openVault(folder, realEffects.clock);

describe('the vault file', () => {
  it('is for its owner alone, and no draft or lock stays beside it', async () => {
    const folder = temporaryFolder();
    const vault = vaultIn(folder);
    await vault.unlock('pass phrase');
    await vault.set('openai', 'sk-canary');
    expect(readdirSync(folder)).toEqual(['keys.vault']);
    if (process.platform !== 'win32') expect(statSync(vault.path).mode & 0o777).toBe(0o600);
    expect(readFileSync(vault.path, 'utf8')).not.toContain('canary');
  });

  it('is neither read nor written while it is locked', async () => {
    const vault = vaultIn(temporaryFolder());
    const locked = { code: 'input/conflict', remedy: expect.stringContaining('AGENTNET_KEY_PASSPHRASE') };
    await expect(vault.read('openai')).rejects.toMatchObject(locked);
    await expect(vault.set('openai', 'sk-one')).rejects.toMatchObject(locked);
    await expect(vault.remove('openai')).rejects.toMatchObject(locked);
    expect(existsSync(vault.path)).toBe(false);
  });

  it('stays locked and as it was after a wrong pass phrase', async () => {
    const folder = temporaryFolder();
    const first = vaultIn(folder);
    await first.unlock('right');
    await first.set('openai', 'sk-one');
    const before = readFileSync(first.path);
    const second = vaultIn(folder);
    await expect(second.unlock('wrong')).rejects.toMatchObject({ code: 'input/invalid' });
    expect(second.unlocked()).toBe(false);
    expect(readFileSync(first.path).equals(before)).toBe(true);
    await second.unlock('right');
    expect(await second.read('openai')).toBe('sk-one');
  });

  it('is left as it is when it is damaged, also by a key that is set', async () => {
    const folder = temporaryFolder();
    const vault = vaultIn(folder);
    await vault.unlock('pass phrase');
    await vault.set('openai', 'sk-one');
    const cut = readFileSync(vault.path, 'utf8').slice(0, -40);
    writeFileSync(vault.path, cut);
    await expect(vault.read('openai')).rejects.toMatchObject({ code: 'storage/corrupt' });
    await expect(vault.set('anthropic', 'sk-two')).rejects.toMatchObject({ code: 'storage/corrupt' });
    expect(readFileSync(vault.path, 'utf8')).toBe(cut);
  });
});
