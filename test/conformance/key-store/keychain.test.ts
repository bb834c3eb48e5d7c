import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import {
  hasKeychainTools,
  type KeychainSession,
  startKeychainSession,
} from '../../support/keychain-session.ts';
import { type RemoteKeychain, remoteKeychain } from '../../support/remote-keychain.ts';
import { keyStoreSuite } from './key-store-suite.ts';

// Where it cannot run, the runner names the gap, and in CI that is a failure.
describe.runIf(hasKeychainTools)('a real gnome-keyring', () => {
  let session: KeychainSession | undefined;
  const open: RemoteKeychain[] = [];
  beforeAll(async () => {
    session = await startKeychainSession();
    open.push(remoteKeychain(session.environment), remoteKeychain(session.environment));
  });
  afterAll(async () => {
    for (const keychain of open) await keychain.close();
    await session?.close();
  });

  keyStoreSuite(async () => {
    const [first, second] = open;
    if (!first || !second) throw new Error('the keychain was not started');
    const names = new Set<string>();
    onTestFinished(async () => {
      for (const name of names) await first.remove(name);
    });
    const store = {
      ...first,
      set: (name: string, key: string) => {
        names.add(name);
        return first.set(name, key);
      },
    };
    return { store, again: () => second };
  });
});
