import { describe, expect, it, onTestFinished } from 'vitest';
import { hasKeychainTools, startKeychainSession, withoutBus } from '../../../support/keychain-session.ts';
import { remoteKeychain } from '../../../support/remote-keychain.ts';

describe.runIf(hasKeychainTools)('the keychain of a session of its own', () => {
  it('is found under the name of its system', async () => {
    const session = await startKeychainSession();
    const keychain = remoteKeychain(session.environment);
    onTestFinished(async () => {
      await keychain.close();
      await session.close();
    });
    expect(await keychain.probe()).toEqual({ kind: 'available', name: 'Secret Service' });
  });
});

describe.runIf(process.platform === 'linux')('a machine without a keychain', () => {
  it('is told so by the probe, and nothing is kept anywhere else', async () => {
    const keychain = remoteKeychain(withoutBus());
    onTestFinished(() => keychain.close());
    expect(await keychain.probe()).toMatchObject({ kind: 'missing', reason: expect.stringMatching(/\S/) });
    await expect(keychain.set('openai', 'sk-one')).rejects.toThrow();
    await expect(keychain.read('openai')).rejects.toThrow();
  });
});
