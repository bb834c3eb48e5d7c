import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildNodeSide } from '../../../../scripts/build/node-side.mjs';

let root: string;
const output = () => join(root, 'dist', 'node');
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const run = () =>
  execFileSync(process.execPath, [join(output(), 'agentnet.js')], { encoding: 'utf8' }).trim();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-node-side-'));
  write('package.json', '{"type":"module"}');
  write('tsconfig.base.json', '{}');
  write(
    'core/storage/echo.worker.ts',
    "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage('worker');\n",
  );
  write(
    'core/storage/start.ts',
    [
      "import { Worker } from 'node:worker_threads';",
      "const file = import.meta.url.endsWith('.ts') ? './echo.worker.ts' : './echo.worker.js';",
      'export const answer = () => new Promise<string>((resolve) => {',
      "  new Worker(new URL(file, import.meta.url)).once('message', resolve);",
      '});',
    ].join('\n'),
  );
  write('core/lazy.ts', "export const word: string = 'lazy one';\n");
  write(
    'cli/main.ts',
    "import { answer } from '../core/storage/start.ts';\nconst { word } = await import('../core/lazy.ts');\nconsole.log(await answer(), word);\n",
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('buildNodeSide', () => {
  it('gives one flat folder in which the program finds its worker and its lazy part', async () => {
    const files = await buildNodeSide(root, output(), []);
    expect(files).toEqual(expect.arrayContaining(['agentnet.js', 'echo.worker.js']));
    expect(readdirSync(output()).sort()).toEqual([...files].sort());
    expect(run()).toBe('worker lazy one');
  });

  it('keeps the chunks of the build before, and no older ones', async () => {
    const lazyChunk = (files: readonly string[]) => files.filter((file) => file.startsWith('lazy-'));
    const first = await buildNodeSide(root, output(), []);
    write('core/lazy.ts', "export const word: string = 'lazy two';\n");
    const second = await buildNodeSide(root, output(), first);
    expect(readdirSync(output())).toEqual(
      expect.arrayContaining([...lazyChunk(first), ...lazyChunk(second)]),
    );
    write('core/lazy.ts', "export const word: string = 'lazy three';\n");
    const third = await buildNodeSide(root, output(), second);
    expect(readdirSync(output())).toEqual(
      expect.arrayContaining([...lazyChunk(second), ...lazyChunk(third)]),
    );
    expect(readdirSync(output())).not.toEqual(expect.arrayContaining(lazyChunk(first)));
    expect(run()).toBe('worker lazy three');
  });

  it('leaves the last good build alone when the sources are broken', async () => {
    const first = await buildNodeSide(root, output(), []);
    write('core/lazy.ts', 'export const word = ;\n');
    await expect(buildNodeSide(root, output(), first)).rejects.toThrow();
    expect(run()).toBe('worker lazy one');
  });
});
