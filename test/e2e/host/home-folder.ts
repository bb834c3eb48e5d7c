import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of one test alone, with this text as its `config.yaml`. */
export const newHomeFolder = (configuration: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-e2e-'));
  writeFileSync(join(folder, 'config.yaml'), configuration);
  return folder;
};

export const removeHomeFolder = (folder: string): void =>
  // A process that was killed a moment ago may still hold its files on some systems.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** The offline models in so many milliseconds to the first token, then so many tokens a second (0: at once). */
export const stubSpeed = (latencyMs: number, tokensPerSecond: number): string =>
  `stub: { latency_ms: ${latencyMs}, tokens_per_s: ${tokensPerSecond} }\n`;

/** Nothing to look at while it comes; a debate of six rounds takes a second or two. */
export const FAST = stubSpeed(20, 2000);
/** Slow enough to be caught in the middle of a turn, which takes some five seconds, on any machine. */
export const WATCHABLE = stubSpeed(50, 30);
