import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env as environment, execPath, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = fileURLToPath(import.meta.resolve('./keychain-session.ts'));

const onPath = (name: string) =>
  (environment['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Only Linux can give a test a keychain of its own; elsewhere it would be the developer's. */
export const hasSessionTools =
  platform === 'linux' && onPath('dbus-run-session') && onPath('gnome-keyring-daemon');

export interface SessionReport {
  readonly state: { readonly kind: string; readonly reason?: string };
  readonly stored: unknown;
  readonly absent: unknown;
}

const reportOf = (stdout: string): SessionReport => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

/** The script in a fresh session bus with an unlocked, empty keychain in a folder that is removed again. */
export const inKeychainSession = async (): Promise<SessionReport> => {
  const home = mkdtempSync(join(tmpdir(), 'agentnet-keychain-'));
  try {
    const unlock = 'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1';
    const { stdout } = await run(
      'dbus-run-session',
      ['--', 'sh', '-c', `${unlock}; "$0" "$1"`, execPath, script],
      { env: { ...environment, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home } },
    );
    return reportOf(stdout);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** The script where no session bus can be found. */
export const withoutKeychain = async (): Promise<SessionReport> => {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, XDG_RUNTIME_DIR: _runtime, ...env } = environment;
  const { stdout } = await run(execPath, [script], { env });
  return reportOf(stdout);
};
