import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const projectRoot = join(import.meta.dirname, '..', '..', '..');

/** The web host as users start it, in a process of its own. */
export interface HostProcess {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  /** What it wrote to standard error. */
  readonly errors: () => string;
  /** Asks it to end and waits until it has. */
  readonly stop: () => Promise<void>;
  /** SIGKILL: no chance to tidy up. */
  readonly kill: () => Promise<void>;
}

/** Starts `agentnet serve` on this data folder, with these variables besides the few that are kept; answers when it takes requests. */
export const startHost = async (
  home: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<HostProcess> => {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'bin', 'agentnet.mjs'), 'serve', '--json', '--port', '0', '--home', home],
    {
      cwd: projectRoot,
      env: { ...hermeticEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await firstLine(child, () => errors);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    ...address,
    errors: () => errors,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};

interface Address {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

const firstLine = (child: ChildProcess, errors: () => string): Promise<Address> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`the host ended with ${code} before it was ready: ${errors()}`)),
    );
    if (child.stdout === null) throw new Error('the host has no standard output');
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Address));
  });

/** Neither the keys, the keychain nor the models of whoever runs the tests: nobody answers at this address. */
const hermeticEnvironment = (): NodeJS.ProcessEnv => {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'APPDATA', 'LOCALAPPDATA'];
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    OLLAMA_HOST: 'http://127.0.0.1:1',
    AGENTNET_KEY_STORE: 'vault',
  };
};
