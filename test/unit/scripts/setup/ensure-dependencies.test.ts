import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureDependencies } from '../../../../scripts/setup/ensure-dependencies.mjs';

let root: string;
let said: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-dependencies-'));
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{"node_modules/zod":{"version":"4.0.0"}}}');
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** A stand-in npm that notes how it was called and ends with the given code. */
const withNpm = (code: number) => {
  mkdirSync(join(root, 'tools'));
  writeFileSync(join(root, 'tools', 'npm'), `#!/bin/sh\necho "$@" >> "${root}/calls"\nexit ${code}\n`);
  chmodSync(join(root, 'tools', 'npm'), 0o755);
  vi.stubEnv('PATH', [join(root, 'tools'), process.env['PATH']].join(delimiter));
  vi.stubEnv('npm_config_user_agent', 'npm/11.0.0 node/v24.0.0');
};
const calls = () =>
  existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n') : [];

// The stand-in is a shell script.
describe.runIf(process.platform !== 'win32')('ensureDependencies', () => {
  it('installs once, and says so', async () => {
    withNpm(0);
    expect(await ensureDependencies(root)).toBe(true);
    expect(await ensureDependencies(root)).toBe(true);
    expect(calls()).toEqual(['ci --no-fund --no-audit']);
    expect(said).toContain('installing the dependencies');
  });

  it('installs once for two that ask at the same time', async () => {
    withNpm(0);
    await Promise.all([ensureDependencies(root), ensureDependencies(root)]);
    expect(calls()).toHaveLength(1);
  });

  it('says what to do when npm fails, and tries again the next time', async () => {
    withNpm(7);
    expect(await ensureDependencies(root)).toBe(false);
    expect(said).toContain('exit code 7');
    expect(said).toContain('Check the connection');
    expect(await ensureDependencies(root)).toBe(false);
    expect(calls()).toHaveLength(2);
  });
});
