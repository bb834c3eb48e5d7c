import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { tryCommand } from '../../../../scripts/browser/try-command.mjs';

const options = { cwd: tmpdir(), timeoutMs: 20_000 };

describe('tryCommand', () => {
  it('is true for exit code 0 and sees the added environment', async () => {
    const script = 'process.exit(process.env.ADDED === "yes" ? 0 : 1)';
    expect(await tryCommand(process.execPath, ['-e', script], { ...options, env: { ADDED: 'yes' } })).toBe(
      true,
    );
    expect(await tryCommand(process.execPath, ['-e', script], options)).toBe(false);
  });

  it('is false for a command that is not there', async () => {
    expect(await tryCommand('no-such-command-anywhere', [], options)).toBe(false);
  });

  it('is false for a command that does not end in time', async () => {
    const forever = ['-e', 'setInterval(() => {}, 1000)'];
    expect(await tryCommand(process.execPath, forever, { ...options, timeoutMs: 300 })).toBe(false);
  });
});
