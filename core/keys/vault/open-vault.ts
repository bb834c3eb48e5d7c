import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AgentNetError } from '../../contract/index.ts';
import type { Clock } from '../../effects/index.ts';
import type { KeyStore } from '../key-store.ts';
import { holdLock } from './hold-lock.ts';
import {
  newVaultHeader,
  sealVault,
  unsealVault,
  type VaultEntries,
  type VaultSecret,
  vaultSecret,
} from './seal-vault.ts';
import { readVaultText, type VaultHeader, writeVaultText } from './vault-format.ts';

/** Name of the vault in the data folder. */
const VAULT_FILE = 'keys.vault';

/** An encrypted file with keys. It is read anew for every answer, so that other processes may write to it too. */
export interface Vault extends KeyStore {
  readonly path: string;
  readonly exists: () => boolean;
  /** Rejects like `read`; writes an empty vault where there is none. */
  readonly unlock: (passphrase: string) => Promise<void>;
  readonly unlocked: () => boolean;
}

/**
 * Every method rejects with `input/conflict` while it is locked, `storage/corrupt` or `storage/newer` for a file
 * that cannot be opened, `storage/locked` while another process writes to it.
 */
export const openVault = (folder: string, clock: Clock): Vault => {
  const path = join(folder, VAULT_FILE);
  let passphrase: string | undefined;
  let derived: { readonly words: string; readonly secret: VaultSecret } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** The derivation takes half a second, so it is done once, also for a pass phrase that is wrong. */
  const secretFor = async (words: string, header: VaultHeader): Promise<VaultSecret> => {
    if (derived?.words !== words || derived.secret.salt !== header.kdf.salt) {
      derived = { words, secret: await vaultSecret(words, header) };
    }
    return derived.secret;
  };
  const load = async (words: string) => {
    if (!existsSync(path)) return undefined;
    const file = readVaultText(await readFile(path, 'utf8'), path);
    return {
      header: file satisfies VaultHeader,
      entries: unsealVault(file, await secretFor(words, file), path),
    };
  };
  const words = (): string => {
    if (passphrase === undefined) throw locked(path);
    return passphrase;
  };
  /** One at a time: in this process by the queue, among processes by the lock. */
  const write = <T>(change: (entries: Map<string, string>) => T, given = words()): Promise<T> => {
    const next = queue.then(() =>
      holdLock(`${path}.lock`, clock, async () => {
        const loaded = await load(given);
        const header = loaded?.header ?? newVaultHeader();
        const entries = new Map(loaded?.entries);
        const result = change(entries);
        if (!loaded || !sameEntries(loaded.entries, entries)) {
          const secret = await secretFor(given, header);
          await replaceFile(path, writeVaultText(sealVault(entries, header, secret)));
        }
        passphrase = given;
        return result;
      }),
    );
    queue = next.catch(() => undefined);
    return next;
  };

  return {
    kind: 'vault',
    path,
    exists: () => existsSync(path),
    unlocked: () => passphrase !== undefined,
    unlock: async (given) => {
      if (await load(given)) passphrase = given;
      else await write(() => undefined, given);
    },
    read: async (name) => (await load(words()))?.entries.get(name),
    set: async (name, key) =>
      write((entries) => {
        const before = entries.has(name);
        entries.set(name, key);
        return before;
      }),
    remove: async (name) => write((entries) => entries.delete(name)),
  };
};

const locked = (path: string): AgentNetError =>
  new AgentNetError('input/conflict', 'The vault of keys is locked.', {
    where: { file: path },
    kept: 'No key was read or changed.',
    remedy: 'Give its pass phrase in Settings > Providers or in AGENTNET_KEY_PASSPHRASE.',
    data: { key_store: 'locked' },
  });

const sameEntries = (one: VaultEntries, other: VaultEntries): boolean =>
  one.size === other.size && [...one].every(([name, key]) => other.get(name) === key);

/** Whole or not at all, on the disk before it takes the old one's place; only its owner may read it. */
const replaceFile = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${process.pid}.new`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new AgentNetError('storage/failed', `The vault ${path} cannot be written.`, {
      where: { file: path },
      kept: 'The old one was left as it is.',
      remedy: 'Check the rights and the space of the data folder.',
      cause,
    });
  }
  await syncFolder(dirname(path));
};

/** Windows cannot open a folder; there the file system does it itself. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};
