import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeFiles } from '../../../../scripts/check/source-files.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-sources-'));
  for (const path of ['core/b.ts', 'core/a/x.tsx', 'core/a/readme.md', 'core/types.d.ts', 'scripts/s.mjs']) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('codeFiles lists code below the folders that exist, and nothing else', () => {
  expect(codeFiles(root, ['core', 'not-there', 'scripts'])).toEqual([
    'core/a/x.tsx',
    'core/b.ts',
    'scripts/s.mjs',
  ]);
});
