import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureBuilt, isCurrent } from '../../../../scripts/build/ensure-built.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-built-'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'tsconfig.base.json'), '{}');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const writeMain = (text: string) => {
  mkdirSync(join(root, 'cli'), { recursive: true });
  writeFileSync(join(root, 'cli', 'main.ts'), text);
};
const built = () => readFileSync(join(root, 'dist', 'node', 'agentnet.js'), 'utf8');

describe('ensureBuilt', () => {
  it('has nothing to do for a part without sources', async () => {
    expect(await ensureBuilt(root, 'node')).toBe('absent');
  });

  it('builds once, and again only after a change', async () => {
    writeMain("console.log('first');\n");
    expect(await ensureBuilt(root, 'node')).toBe('built');
    expect(isCurrent(root, 'node')).toBe(true);
    expect(await ensureBuilt(root, 'node')).toBe('current');
    writeMain("console.log('second one');\n");
    expect(isCurrent(root, 'node')).toBe(false);
    expect(await ensureBuilt(root, 'node')).toBe('built');
    expect(built()).toContain('second one');
  });

  it('builds a current part when forced', async () => {
    writeMain("console.log('first');\n");
    await ensureBuilt(root, 'node');
    expect(await ensureBuilt(root, 'node', { force: true })).toBe('built');
  });

  it('builds once for two that ask at the same time', async () => {
    writeMain("console.log('first');\n");
    const outcomes = await Promise.all([ensureBuilt(root, 'node'), ensureBuilt(root, 'node')]);
    expect(outcomes.sort()).toEqual(['built', 'current']);
  });

  it('stays stale after a failed build, and keeps what the last good one gave', async () => {
    writeMain("console.log('good');\n");
    await ensureBuilt(root, 'node');
    writeMain('console.log(;\n');
    utimesSync(join(root, 'cli', 'main.ts'), 5, 5);
    await expect(ensureBuilt(root, 'node')).rejects.toThrow();
    expect(isCurrent(root, 'node')).toBe(false);
    expect(built()).toContain('good');
  });
});
