import { describe, expect, it } from 'vitest';
import { exitCodeOf, runChild } from '../../../../scripts/setup/run-child.mjs';

const quiet = { stdio: 'ignore' } as const;

describe('runChild', () => {
  it('gives the exit code', async () => {
    expect(await runChild(process.execPath, ['-e', 'process.exit(6)'], quiet)).toBe(6);
  });

  it('passes SIGTERM on and waits for the child to tidy up', async () => {
    const script =
      'process.on("SIGTERM", () => process.exit(9)); process.send("ready"); setInterval(() => {}, 1000)';
    const listeners = process.listenerCount('SIGTERM');
    const result = runChild(process.execPath, ['-e', script], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    expect(process.listenerCount('SIGTERM')).toBe(listeners + 1);
    // Emitted, not sent: a real signal would reach the test runner's process too.
    const tryAgain = setInterval(() => process.emit('SIGTERM'), 50);
    expect([9, 143]).toContain(await result);
    clearInterval(tryAgain);
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
  });

  it('rejects when there is no such command', async () => {
    await expect(runChild('no-such-command-anywhere', [], quiet)).rejects.toThrow('ENOENT');
  });
});

describe('exitCodeOf', () => {
  it('is the code, or 128 and the number of the signal as in a shell', () => {
    expect(exitCodeOf(3, null)).toBe(3);
    expect(exitCodeOf(null, 'SIGKILL')).toBe(137);
    expect(exitCodeOf(null, 'SIGINT')).toBe(130);
  });
});
