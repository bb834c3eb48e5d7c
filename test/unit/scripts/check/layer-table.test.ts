import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importableRooms, readLayerTable } from '../../../../scripts/check/layer-table.mjs';

const withTable = (rooms: object) => {
  const folder = mkdtempSync(join(tmpdir(), 'agentnet-layers-'));
  try {
    writeFileSync(
      join(folder, 'layers.json'),
      JSON.stringify({ rooms, rendererRooms: {}, packagesNeverIn: {} }),
    );
    return readLayerTable(join(folder, 'layers.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const room = (layer: number, ...mayImport: string[]) => ({ layer, runs: 'node', mayImport, packages: [] });

describe('readLayerTable', () => {
  it('accepts the table of the project', () => {
    expect(Object.keys(readLayerTable().rooms)).toContain('core/contract');
  });

  it('refuses an import upward, sideways, or of a room that is not in the table', () => {
    expect(() => withTable({ 'core/a': room(0, 'core/b'), 'core/b': room(1) })).toThrow(
      'core/a (layer 0) may not import',
    );
    expect(() => withTable({ 'core/a': room(1, 'core/b'), 'core/b': room(1) })).toThrow(
      'may not import core/b',
    );
    expect(() => withTable({ 'core/a': room(1, 'core/c') })).toThrow('no room of the table');
  });

  it('agrees with the TypeScript projects about where a room runs', () => {
    const includes = (project: string): string[] =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../../../tsconfig.${project}.json`), 'utf8'))
        .include;
    const rooms = Object.entries(readLayerTable().rooms).filter(([name]) => name.startsWith('core/'));
    const running = (where: string) =>
      rooms.filter(([, { runs }]) => runs === where).map(([name]) => `${name}/**/*.ts`);
    expect(includes('anywhere').sort()).toEqual(running('anywhere').sort());
    expect(includes('core-node').sort()).toEqual(running('node').sort());
  });
});

describe('importableRooms', () => {
  it('writes core/* out as every lower room of core', () => {
    const table = withTable({
      'core/a': room(0),
      'core/b': room(1, 'core/a'),
      'core/app': room(2, 'core/*'),
      server: room(3, 'core/app'),
    });
    expect(importableRooms(table, 'core/app')).toEqual(['core/a', 'core/b']);
    expect(importableRooms(table, 'core/a')).toEqual([]);
  });
});
