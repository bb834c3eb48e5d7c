import { describe, expect, it } from 'vitest';
import { hasSessionTools, inKeychainSession, withoutKeychain } from './start-keychain-session.ts';

if (!hasSessionTools) {
  process.stdout.write(
    'keychain: not tested for real here (needs Linux with dbus-run-session and gnome-keyring-daemon)\n',
  );
}

describe.runIf(hasSessionTools)('the keychain of a session of its own', () => {
  it('is found, gives what was put in without blanks around it, and nothing for another name', async () => {
    const report = await inKeychainSession();
    expect(report).toEqual({
      state: { kind: 'available', name: 'Secret Service' },
      stored: 'a key',
      absent: null,
    });
  });
});

describe.runIf(process.platform === 'linux')('a machine without a keychain', () => {
  it('is told so by the probe, and a reference names the way by an environment variable', async () => {
    const report = await withoutKeychain();
    expect(report.state).toMatchObject({ kind: 'missing', reason: expect.stringMatching(/\S/) });
    expect(report.stored).toMatchObject({
      code: 'provider/no-key',
      message: expect.stringContaining('no keychain'),
      remedy: expect.stringContaining('env:PROXY_KEY'),
    });
  });
});
