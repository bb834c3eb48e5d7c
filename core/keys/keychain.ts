import type { Clock } from '../effects/index.ts';
import type { KeychainState, KeyStore } from './key-store.ts';

/** The service under which all entries lie; the account is the NAME of `keychain:NAME`. */
const KEYCHAIN_SERVICE = 'AgentNet';

/** A keychain that does not answer in this time asks somebody something that nobody sees. */
const PROBE_LIMIT_MS = 3_000;

const names: Readonly<Record<string, string>> = {
  darwin: 'Keychain',
  win32: 'Credential Manager',
  linux: 'Secret Service',
};

/**
 * On Linux the library would fall back to the kernel's keyring, which forgets everything at logout;
 * a key that vanishes is worse than a clear refusal.
 */
const options = { linux: { store: 'secret-service' } } as const;

/** The library is loaded with the first entry that is asked for. */
const entryOf = async (name: string) => {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return new AsyncEntry(KEYCHAIN_SERVICE, name, options);
};

/** Rejects with the library's error when there is no keychain. */
export const keychain: KeyStore = {
  kind: 'keychain',
  read: async (name) => (await (await entryOf(name)).getPassword()) ?? undefined,
  set: async (name, key) => {
    const entry = await entryOf(name);
    const before = await entry.getPassword();
    await entry.setPassword(key);
    return before !== null && before !== undefined;
  },
  remove: async (name) => (await entryOf(name)).deleteCredential(),
};

/** Any error means "no keychain here": the library gives all of them the same code. */
export const probeKeychain = async (clock: Clock): Promise<KeychainState> => {
  const limit = new AbortController();
  try {
    await Promise.race([
      keychain.read('probe'),
      clock.sleep(PROBE_LIMIT_MS, limit.signal).then(() => Promise.reject(new Error('it does not answer'))),
    ]);
    return { kind: 'available', name: names[process.platform] ?? 'keychain' };
  } catch (thrown) {
    return { kind: 'missing', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    limit.abort();
  }
};
