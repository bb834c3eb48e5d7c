import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSteps } from '../../../../scripts/build/build-steps.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-build-steps-'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'tsconfig.base.json'), '{}');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const runNode = async () =>
  await buildSteps(root)
    .find(({ name }) => name === 'build: node')
    ?.run();

describe('buildSteps', () => {
  it('has a step for each part', () => {
    expect(buildSteps(root).map(({ name }) => name)).toEqual([
      'build: node',
      'build: renderer',
      'build: electron',
    ]);
  });

  it('counts a part without sources as nothing', async () => {
    expect(await runNode()).toMatchObject({ passed: 0, failed: 0 });
  });

  it('counts a build as one that passed, or failed with its message', async () => {
    mkdirSync(join(root, 'cli'));
    writeFileSync(join(root, 'cli', 'main.ts'), 'console.log(1);\n');
    expect(await runNode()).toMatchObject({ passed: 1, failed: 0, note: 'built' });
    writeFileSync(join(root, 'cli', 'main.ts'), "import './gone.ts';\n");
    const failed = await runNode();
    expect(failed).toMatchObject({ passed: 0, failed: 1 });
    expect(failed?.output).toContain('gone.ts');
  });
});
