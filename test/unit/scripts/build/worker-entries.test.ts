import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workerEntries } from '../../../../scripts/build/worker-entries.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-workers-'));
  mkdirSync(join(root, 'core', 'storage', 'sqlite'), { recursive: true });
  mkdirSync(join(root, 'core', 'embedding'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string) => writeFileSync(join(root, path), '');

describe('workerEntries', () => {
  it('names each worker by its file, wherever it lies', () => {
    write('core/storage/sqlite/writer.worker.ts');
    write('core/embedding/embed.worker.ts');
    write('core/storage/worker.ts');
    expect(workerEntries(root)).toEqual({
      'embed.worker': join(root, 'core', 'embedding', 'embed.worker.ts'),
      'writer.worker': join(root, 'core', 'storage', 'sqlite', 'writer.worker.ts'),
    });
  });

  it('refuses two of one name: they would meet in the flat build folder', () => {
    write('core/storage/sqlite/writer.worker.ts');
    write('core/embedding/writer.worker.ts');
    expect(() => workerEntries(root)).toThrow('Two workers are named writer.worker');
  });

  it('is empty without a core', () => {
    expect(workerEntries(join(root, 'core', 'storage'))).toEqual({});
  });
});
