import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Room
 * @property {number} layer imports go to lower numbers only
 * @property {'anywhere' | 'node' | 'browser'} runs
 * @property {readonly string[]} mayImport rooms; `core/*` means every room of core below this one
 * @property {readonly string[] | '*'} packages npm packages the room may import
 */

/** @typedef {{ layer: number, mayImport: readonly string[] }} RendererRoom */

/**
 * @typedef {object} LayerTable
 * @property {Readonly<Record<string, Room>>} rooms
 * @property {Readonly<Record<string, RendererRoom>>} rendererRooms the floors inside renderer/
 * @property {Readonly<Record<string, readonly string[]>>} packagesNeverIn for rooms whose packages are `*`
 */

/**
 * Reads scripts/layers.json and refuses a table that contradicts itself: an import upward, an unknown room.
 * @param {string} [path]
 * @returns {LayerTable}
 */
export function readLayerTable(path = new URL('../layers.json', import.meta.url).pathname) {
  /** @type {LayerTable} */
  const table = JSON.parse(readFileSync(path, 'utf8'));
  for (const [name, room] of Object.entries(table.rooms)) {
    for (const target of importableRooms(table, name)) {
      const layer = table.rooms[target]?.layer;
      if (layer === undefined) throw new Error(`${name} may import ${target}, which is no room of the table`);
      if (layer >= room.layer) {
        throw new Error(`${name} (layer ${room.layer}) may not import ${target} (layer ${layer})`);
      }
    }
  }
  return table;
}

/**
 * The rooms that a room may import, with `core/*` written out.
 * @param {LayerTable} table
 * @param {string} name
 * @returns {readonly string[]}
 */
export function importableRooms(table, name) {
  const room = table.rooms[name];
  if (room === undefined) throw new Error(`${name} is no room of the table`);
  return room.mayImport.flatMap((target) =>
    target === 'core/*'
      ? Object.keys(table.rooms).filter(
          (other) => other.startsWith('core/') && (table.rooms[other]?.layer ?? 0) < room.layer,
        )
      : [target],
  );
}
