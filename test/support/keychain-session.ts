import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { platform, env as surroundings } from 'node:process';
import { createInterface } from 'node:readline';

const onPath = (name: string) =>
  (surroundings['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Only Linux can give a test a keychain of its own; elsewhere it would be the developer's. */
export const hasKeychainTools =
  platform === 'linux' && onPath('dbus-daemon') && onPath('gnome-keyring-daemon');

/** A session bus with an unlocked, empty gnome-keyring, whose files are removed with it. */
export interface KeychainSession {
  /** For processes that are to use it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** The environment of a process that finds no session bus. */
export const withoutBus = (): Readonly<Record<string, string | undefined>> => {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, XDG_RUNTIME_DIR: _runtime, ...rest } = surroundings;
  return rest;
};

export const startKeychainSession = async (): Promise<KeychainSession> => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-keychain-'));
  const homes = { HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...withoutBus(), ...homes },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    bus.once('exit', () => reject(new Error('the session bus ended')));
    createInterface({ input: bus.stdout }).once('line', resolve);
  });
  const environment = { ...withoutBus(), ...homes, DBUS_SESSION_BUS_ADDRESS: address };
  // It goes into the background once it answers on the bus, and ends with the bus.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--daemonize', '--components=secrets'], {
    env: environment,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin.end('pass');
  await new Promise((resolve) => daemon.once('exit', resolve));
  return {
    environment,
    folder,
    close: async () => {
      const ended = new Promise((resolve) => bus.once('exit', resolve));
      bus.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
