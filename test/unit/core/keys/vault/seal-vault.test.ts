import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newVaultHeader,
  sealVault,
  unsealVault,
  vaultSecret,
} from '../../../../../core/keys/vault/seal-vault.ts';
import type { VaultFile } from '../../../../../core/keys/vault/vault-format.ts';

const header = newVaultHeader();
const secret = await vaultSecret('pass phrase \u00e9', header);
const sealed = (entries: ReadonlyMap<string, string>): VaultFile => ({
  ...sealVault(entries, header, secret),
  sum: '',
});
const flip = (base64: string, at: number): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString('base64');
};

describe('a sealed vault', () => {
  it('gives back any entries', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        const entries = new Map(pairs);
        expect(unsealVault(sealed(entries), secret, 'keys.vault')).toEqual(entries);
      }),
    );
  });

  it('holds nothing that can be read, and is another one every time', () => {
    const entries = new Map([['openai', 'sk-canary-0123456789']]);
    const [one, other] = [sealed(entries), sealed(entries)];
    expect(one.nonce).not.toBe(other.nonce);
    expect(one.data).not.toBe(other.data);
    const bytes = Buffer.from(one.data, 'base64').toString('latin1');
    expect(bytes).not.toContain('canary');
    expect(bytes).not.toContain('openai');
  });

  it('tells a wrong pass phrase from a changed content', async () => {
    const file = sealed(new Map([['openai', 'sk-one']]));
    const wrong = await vaultSecret('pass phrase', header);
    expect(() => unsealVault(file, wrong, 'keys.vault')).toThrow('does not open');
    for (let at = 0; at < Buffer.from(file.data, 'base64').length; at += 1) {
      const changed = { ...file, data: flip(file.data, at) };
      expect(() => unsealVault(changed, secret, 'keys.vault')).toThrow('changed by something else');
    }
    expect(() => unsealVault({ ...file, nonce: flip(file.nonce, 0) }, secret, 'k')).toThrow('changed by');
    expect(() => unsealVault({ ...file, data: '' }, secret, 'k')).toThrow('changed by');
  });

  it('does not open under another header', () => {
    const file = sealed(new Map());
    const weaker = { ...file, kdf: { ...file.kdf, n: 2 ** 16 } as const };
    expect(() => unsealVault(weaker, secret, 'keys.vault')).toThrow('does not open');
  });

  it('takes a pass phrase however its letters were composed', async () => {
    const composed = await vaultSecret('pass phrase e\u0301', header);
    expect(composed.encryption.equals(secret.encryption)).toBe(true);
  });
});
