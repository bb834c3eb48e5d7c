import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createCore } from '../core/app/index.ts';

const projectRoot = join(import.meta.dirname, '..');

/** A data folder with one ended debate in it, served by the built web host in a process of its own. */
export interface ServedHome {
  /** The address that users open, token and all. */
  readonly address: string;
  readonly sessionId: string;
  readonly turns: number;
  /** How long the core took for the session, in milliseconds. */
  readonly madeInMs: number;
  readonly close: () => Promise<void>;
}

const AGENTS = ['Athena', 'Apollo', 'Hermes', 'Skeptic'];

/** A debate of four on the offline models at full speed. */
export const serveDebate = async (rounds: number): Promise<ServedHome> => {
  const { made, ...served } = await serveHome((home) => makeDebate(home, rounds));
  return { ...served, ...made };
};

/** A data folder of its own with whatever was put into it, served until it is closed. */
export const serveHome = async <T>(
  prepare: (home: string) => Promise<T>,
): Promise<{ readonly address: string; readonly made: T; readonly close: () => Promise<void> }> => {
  const home = mkdtempSync(join(tmpdir(), 'agentnet-bench-'));
  const made = await prepare(home);
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'bin', 'agentnet.mjs'), 'serve', '--json', '--port', '0', '--home', home],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { url, token } = await firstLine(child);
  return {
    address: `${url}/#token=${token}`,
    made,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
};

const makeDebate = async (home: string, rounds: number) => {
  const core = await createCore({ home, host: 'cli', environment: {}, logTo: 'none' });
  try {
    await core.api['settings.set']({ stub: { latency_ms: 0, tokens_per_s: 0 } });
    const started = performance.now();
    const { id } = await core.api['sessions.create']({
      name: 'long_debate',
      mode: 'debate',
      topic: 'Should a small harbour town limit the number of cruise ships?',
      agents: AGENTS,
      max_rounds: rounds,
      convergence: false,
      model: 'stub/debater',
      seed: 1,
    });
    await core.whenEnded(id);
    const { turns } = await core.api['sessions.summary']({ id });
    return { sessionId: id, turns, madeInMs: performance.now() - started };
  } finally {
    await core.close();
  }
};

const firstLine = (child: ChildProcess): Promise<{ readonly url: string; readonly token: string }> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it was ready`)));
    if (child.stdout)
      createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
  });
