import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layerRules } from '../../../../scripts/check/layer-rules.mjs';
import { readLayerTable } from '../../../../scripts/check/layer-table.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agentnet-rules-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a small project and gives the broken rules, as `rule: from -> to`. */
const violations = async (files: Record<string, string>): Promise<string[]> => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const name of ['zod', 'electron', 'better-sqlite3', 'react']) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true });
    writeFileSync(join(root, 'node_modules', name, 'package.json'), `{"name":"${name}","main":"index.js"}`);
    writeFileSync(join(root, 'node_modules', name, 'index.js'), '');
  }
  const { output } = await cruise([...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))], {
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: layerRules(readLayerTable()) },
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
};

const DOOR = 'export const door = 1;\n';

describe('layerRules', () => {
  it('has nothing against calls down, through doors', async () => {
    expect(
      await violations({
        'core/contract/index.ts': "export { id } from './id.ts';\n",
        'core/contract/id.ts': 'export const id = 1;\n',
        'core/storage/index.ts': "import { id } from '../contract/index.ts';\nexport const store = id;\n",
        'core/storage/sqlite/file.ts':
          "import { readFileSync } from 'node:fs';\nexport const file = readFileSync;\n",
        'core/app/index.ts': "import { store } from '../storage/index.ts';\nexport const core = store;\n",
        'cli/main.ts': "import { core } from '../core/app/index.ts';\nexport const main = core;\n",
        'test/unit/core/storage/sqlite/file.test.ts':
          "import '../../../../../core/storage/sqlite/file.ts';\n",
      }),
    ).toEqual([]);
  });

  it('finds an import upward, of a type too', async () => {
    expect(
      await violations({
        'core/app/index.ts': 'export type Core = 1;\n',
        'core/storage/a.ts': "import type { Core } from '../app/index.ts';\nexport type A = Core;\n",
      }),
    ).toEqual(['layer:core/storage: core/storage/a.ts -> core/app/index.ts']);
  });

  it('finds an import past a door, from a room and from the test of another room', async () => {
    expect(
      await violations({
        'core/contract/inside.ts': DOOR,
        'core/storage/a.ts': "import '../contract/inside.ts';\n",
        'test/unit/core/storage/a.test.ts': "import '../../../../core/contract/inside.ts';\n",
      }),
    ).toEqual([
      'door:core/contract: core/storage/a.ts -> core/contract/inside.ts',
      'door:core/contract: test/unit/core/storage/a.test.ts -> core/contract/inside.ts',
    ]);
  });

  it('finds a builtin of Node where a browser may run', async () => {
    expect(
      await violations({ 'core/graph/a.ts': "import 'node:fs';\n", 'renderer/ui/b.ts': "import 'fs';\n" }),
    ).toEqual(['no-node-builtins: core/graph/a.ts -> fs', 'no-node-builtins: renderer/ui/b.ts -> fs']);
  });

  it('lets a room import its packages only', async () => {
    expect(
      await violations({
        'core/storage/a.ts': "import 'better-sqlite3';\nimport 'zod';\n",
        'core/projections/b.ts': "import 'zod';\n",
        'core/app/c.ts': "import 'electron';\n",
        'electron/main/d.ts': "import 'electron';\n",
        'renderer/ui/e.ts': "import 'react';\nimport 'better-sqlite3';\n",
        'core/contract/f.ts': "import 'not-installed';\n",
      }),
    ).toEqual([
      'no-unresolved: core/contract/f.ts -> not-installed',
      'packages:core/app: core/app/c.ts -> node_modules/electron/index.js',
      'packages:core/projections: core/projections/b.ts -> node_modules/zod/index.js',
      'packages:renderer: renderer/ui/e.ts -> node_modules/better-sqlite3/index.js',
    ]);
  });

  it('finds a cycle', async () => {
    expect(
      await violations({
        'core/cost/a.ts': "import './b.ts';\n",
        'core/cost/b.ts': "import './a.ts';\n",
      }),
    ).toEqual(['no-cycles: core/cost/a.ts -> core/cost/b.ts']);
  });

  it('finds a room that the table does not know', async () => {
    expect(
      await violations({
        'core/contract/index.ts': DOOR,
        'core/new/a.ts': "import '../contract/index.ts';\n",
      }),
    ).toEqual(['room-in-the-table: core/new/a.ts -> core/contract/index.ts']);
  });

  it('keeps features of the renderer apart and its ui free of the domain', async () => {
    expect(
      await violations({
        'core/contract/index.ts': DOOR,
        'renderer/features/run/a.ts': "import '../replay/b.ts';\nimport '../../ui/c.ts';\n",
        'renderer/features/replay/b.ts': "import '../../app/d.ts';\n",
        'renderer/ui/c.ts': "import '../state/e.ts';\n",
        'renderer/app/d.ts': DOOR,
        'renderer/state/e.ts': "import '../../core/contract/index.ts';\n",
      }),
    ).toEqual([
      'features-apart: renderer/features/run/a.ts -> renderer/features/replay/b.ts',
      'layer:renderer/features/*: renderer/features/replay/b.ts -> renderer/app/d.ts',
      'layer:renderer/ui: renderer/ui/c.ts -> renderer/state/e.ts',
    ]);
  });
});
