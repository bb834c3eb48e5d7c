/** What campaigns that kill the command line have in common: processes, throw-away data folders, seeded chance. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

// biome-ignore lint/suspicious/noExplicitAny: what the program under test prints is checked by use
export type Json = any;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Numbers from 0 up to 1, the same for the same seed. */
export const seededChance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export const fail = (message: string): void => {
  console.error(`FAILED: ${message}`);
  process.exitCode = 1;
};

export const newHome = (settings: string): string => {
  const home = mkdtempSync(join(tmpdir(), 'agentnet-kills-'));
  writeFileSync(join(home, 'config.yaml'), settings);
  return home;
};

/** Starts a command; `done` when it has ended and everything that it printed was read. */
export const agentnet = (
  home: string,
  args: readonly string[],
  onLine: (line: string) => void = () => {},
) => {
  const child = spawn(process.execPath, [join(root, 'bin', 'agentnet.mjs'), ...args, '--home', home], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', onLine);
  const done = new Promise<{ code: number | null; errors: string }>((resolve) => {
    let code: number | null = null;
    let open = 2;
    const end = () => {
      open -= 1;
      if (open === 0) resolve({ code, errors });
    };
    lines.on('close', end);
    child.on('exit', (exitCode) => {
      code = exitCode;
      end();
    });
  });
  return { child, done };
};

/** The lines of a command that has to end well. */
export const jsonOf = async (home: string, args: readonly string[]): Promise<Json[]> => {
  const lines: Json[] = [];
  const { done } = agentnet(home, [...args, '--json'], (line) => lines.push(JSON.parse(line)));
  const { code, errors } = await done;
  if (code !== 0) throw new Error(`agentnet ${args.join(' ')} ended with ${code}: ${errors}`);
  return lines;
};

interface Kill {
  /** Milliseconds until the kill. */
  readonly delay: number;
  /** Counted from the start and not from the first line. */
  readonly fromStart: boolean;
}

/** Runs a command and kills it; true when it was killed, false when it came to its end before. */
export const killed = async (
  home: string,
  args: readonly string[],
  { delay, fromStart }: Kill,
  onEvent: (event: Json) => void,
): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  let begun = fromStart;
  const { child, done } = agentnet(home, [...args, '--json'], (line) => {
    if (!begun) timer = setTimeout(() => child.kill('SIGKILL'), delay);
    begun = true;
    const event = eventOf(line);
    if (event !== undefined) onEvent(event);
  });
  if (fromStart) timer = setTimeout(() => child.kill('SIGKILL'), delay);
  const { code, errors } = await done;
  clearTimeout(timer);
  if (code !== null && code !== 0) fail(`agentnet ${args.join(' ')} ended with ${code}: ${errors}`);
  return code === null;
};

/** Undefined for a line that the kill cut off. */
const eventOf = (line: string): Json => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
