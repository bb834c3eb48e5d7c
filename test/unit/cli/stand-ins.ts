import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../cli/program.ts';
import type { Terminal } from '../../../cli/terminal.ts';

export interface TestTerminal extends Terminal {
  readonly printed: () => string;
  readonly said: () => string;
  readonly interrupt: (reason: string) => void;
}

/** A terminal that keeps what it is given. */
export const testTerminal = (
  more: Partial<Pick<Terminal, 'interactive' | 'colour' | 'readStandardInput' | 'ask'>> = {},
): TestTerminal => {
  let printed = '';
  let said = '';
  const interruption = new AbortController();
  return {
    out: {
      write: async (text) => {
        printed += text;
      },
      flushed: async () => undefined,
    },
    say: (text) => {
      said += `${text}\n`;
    },
    readStandardInput: async () => new Uint8Array(),
    environment: {},
    interactive: false,
    colour: false,
    interrupted: interruption.signal,
    ...more,
    printed: () => printed,
    said: () => said,
    interrupt: (reason) => interruption.abort(reason),
  };
};

/** A data folder whose stubs answer at once. */
export const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'agentnet-cli-'));
  writeFileSync(join(home, 'config.yaml'), 'stub: { latency_ms: 0, tokens_per_s: 0 }\n');
  return home;
};

export const specificationFile = (home: string, more = ''): string => {
  const file = join(home, 'debate.yaml');
  writeFileSync(
    file,
    `name: two_voices\nmode: debate\ntopic: Whether a small town should build a tram\nagents: [Athena, Apollo]\nmax_rounds: 2\nconvergence: false\nmodel: stub/debater\nseed: 3\n${more}`,
  );
  return file;
};

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON lines. */
  readonly lines: () => Record<string, unknown>[];
}

/** Runs a command line in this process on a data folder. */
export const agentnet = async (home: string, ...args: string[]): Promise<Ran> => {
  const terminal = testTerminal();
  const code = await runProgram([...args, '--home', home], terminal);
  return {
    code,
    out: terminal.printed(),
    err: terminal.said(),
    lines: () =>
      terminal
        .printed()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
};
