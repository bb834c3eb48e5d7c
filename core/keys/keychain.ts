import type { Clock } from '../effects/index.ts';
import type { KeychainState } from './key-store.ts';

/** The service under which all entries lie; the account is the NAME of `keychain:NAME`. */
export const KEYCHAIN_SERVICE = 'AgentNet';

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

/** Rejects with the library's error when there is no keychain; undefined when there is no such entry. */
export const readKeychain = async (name: string): Promise<string | undefined> => {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return (await new AsyncEntry(KEYCHAIN_SERVICE, name, options).getPassword()) ?? undefined;
};

/** Any error means "no keychain here": the library gives all of them the same code. */
export const probeKeychain = async (clock: Clock): Promise<KeychainState> => {
  const limit = new AbortController();
  try {
    await Promise.race([
      readKeychain('probe'),
      clock.sleep(PROBE_LIMIT_MS, limit.signal).then(() => Promise.reject(new Error('it does not answer'))),
    ]);
    return { kind: 'available', name: names[process.platform] ?? 'keychain' };
  } catch (thrown) {
    return { kind: 'missing', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    limit.abort();
  }
};
