import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { AgentNetError, canonicalJson } from '../../contract/index.ts';
import type { VaultFile, VaultHeader } from './vault-format.ts';

/** Keys by their names. */
export type VaultEntries = ReadonlyMap<string, string>;

/** Made of the pass phrase and the salt; held in memory only. */
export interface VaultSecret {
  readonly salt: string;
  readonly encryption: Buffer;
  readonly checking: Buffer;
}

const TAG_BYTES = 16;

/** 128 MB and about half a second a guess. Source: OWASP Password Storage Cheat Sheet, scrypt, read 2026-11. */
export const newVaultHeader = (): VaultHeader => ({
  format: 'agentnet-vault',
  version: 1,
  kdf: { name: 'scrypt', n: 2 ** 17, r: 8, p: 1, salt: randomBytes(16).toString('base64') },
  cipher: 'aes-256-gcm',
});

export const vaultSecret = async (passphrase: string, { kdf }: VaultHeader): Promise<VaultSecret> => {
  const { n: N, r, p, salt } = kdf;
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    // Equal to the eye is equal here, whatever the keyboard composed.
    const words = passphrase.normalize('NFC');
    scrypt(words, Buffer.from(salt, 'base64'), 64, { N, r, p, maxmem: 256 * N * r * p }, (error, derived) =>
      error ? reject(error) : resolve(derived),
    );
  });
  return { salt, encryption: bytes.subarray(0, 32), checking: bytes.subarray(32) };
};

/** What is authenticated beside the content: nobody can weaken the derivation unnoticed. */
const headerBytes = ({ format, version, kdf, cipher }: VaultHeader): Buffer =>
  Buffer.from(canonicalJson({ format, version, kdf, cipher }));

const checkOf = (header: VaultHeader, { checking }: VaultSecret): Buffer =>
  createHmac('sha256', checking).update(headerBytes(header)).digest();

/** A fresh nonce every time: 96 random bits are enough for far more writes than a vault ever sees. */
export const sealVault = (
  entries: VaultEntries,
  header: VaultHeader,
  secret: VaultSecret,
): Omit<VaultFile, 'sum'> => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret.encryption, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(headerBytes(header));
  const text = JSON.stringify(Object.fromEntries(entries));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const { format, version, kdf } = header;
  return {
    format,
    version,
    kdf,
    cipher: header.cipher,
    check: checkOf(header, secret).toString('base64'),
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
  };
};

/** Throws `input/invalid` for another pass phrase and `storage/corrupt` where somebody changed the content. */
export const unsealVault = (file: VaultFile, secret: VaultSecret, path: string): VaultEntries => {
  const check = Buffer.from(file.check, 'base64');
  const wanted = checkOf(file, secret);
  if (check.length !== wanted.length || !timingSafeEqual(check, wanted)) {
    throw new AgentNetError('input/invalid', `The pass phrase does not open the vault ${path}.`, {
      kept: 'The vault was left as it is.',
      remedy: 'Give the pass phrase it was made with; without it the keys cannot be read by anybody.',
    });
  }
  try {
    const data = Buffer.from(file.data, 'base64');
    const nonce = Buffer.from(file.nonce, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', secret.encryption, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(headerBytes(file));
    decipher.setAuthTag(data.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]);
    return new Map(Object.entries(JSON.parse(text.toString('utf8')) as Record<string, string>));
  } catch {
    throw new AgentNetError(
      'storage/corrupt',
      `The vault ${path} was changed by something else than AgentNet: the pass phrase is right, its content is not.`,
      {
        where: { file: path },
        kept: 'It was left as it is; no key was read from it.',
        remedy:
          'Find out who wrote to the data folder, then put a copy back or move it away and set new keys.',
      },
    );
  }
};
