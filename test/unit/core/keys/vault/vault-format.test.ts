import { describe, expect, it } from 'vitest';
import {
  readVaultText,
  type VaultFile,
  writeVaultText,
} from '../../../../../core/keys/vault/vault-format.ts';

const file: Omit<VaultFile, 'sum'> = {
  format: 'agentnet-vault',
  version: 1,
  kdf: { name: 'scrypt', n: 2 ** 17, r: 8, p: 1, salt: 'c2FsdA==' },
  cipher: 'aes-256-gcm',
  check: 'Y2hlY2s=',
  nonce: 'bm9uY2U=',
  data: 'ZGF0YQ==',
};
const text = writeVaultText(file);

describe('the file of a vault', () => {
  it('is read as it was written', () => {
    expect(readVaultText(text, 'keys.vault')).toMatchObject(file);
  });

  it('is called damaged when any character of it is another or missing', () => {
    for (let at = 0; at < text.trimEnd().length; at += 7) {
      const cut = text.slice(0, at);
      const flipped = `${cut}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
      for (const wrong of [cut, flipped]) {
        expect(() => readVaultText(wrong, 'keys.vault')).toThrow(/damaged|newer/);
      }
    }
  });

  it('is not opened when it was made weak, or so strong that nobody can open it', () => {
    for (const n of [2, 2 ** 15, 2 ** 24]) {
      const weak = writeVaultText({ ...file, kdf: { ...file.kdf, n: n as 65536 } });
      expect(() => readVaultText(weak, 'keys.vault')).toThrow('damaged');
    }
  });

  it('says when a newer AgentNet wrote it', () => {
    const newer = JSON.stringify({ format: 'agentnet-vault', version: 2, whatever: true });
    expect(() => readVaultText(newer, 'keys.vault')).toThrow('newer AgentNet');
  });
});
