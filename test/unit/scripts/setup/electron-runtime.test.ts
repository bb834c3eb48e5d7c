import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronRuntime } from '../../../../scripts/setup/electron-runtime.mjs';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-electron-'));
  folder = join(root, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('electronRuntime', () => {
  it('is undefined where only the package was installed', () => {
    expect(electronRuntime(root, {})).toBeUndefined();
  });

  it('is undefined where the download broke off', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(electronRuntime(root, {})).toBeUndefined();
  });

  it('is the executable that path.txt names', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron\n');
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(electronRuntime(root, {})).toBe(join(folder, 'dist', 'electron'));
  });

  it('is the one of another folder when the environment says so, as for Electron itself', () => {
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    expect(electronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeUndefined();
    writeFileSync(join(elsewhere, 'electron'), '');
    expect(electronRuntime(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(
      join(elsewhere, 'electron'),
    );
  });
});
