import { importableRooms } from './layer-table.mjs';

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

/** Where code of ours lives; an import that ends in none of these is a package or a builtin. */
const OWN_FOLDERS = ['core', 'electron', 'server', 'cli', 'bench', 'renderer', 'scripts', 'bin', 'test'];

/**
 * The layer table as rules for dependency-cruiser.
 * @param {import('./layer-table.mjs').LayerTable} table
 * @returns {Rule[]}
 */
export function layerRules(table) {
  const names = Object.keys(table.rooms);
  return [
    noCycles,
    noUnresolved,
    ...names.flatMap((name) => [roomRule(table, name), packageRule(table, name)]),
    builtinRule(table),
    ...names.filter((name) => name.startsWith('core/')).map(doorRule),
    unknownRoomRule(table),
    ...Object.keys(table.rendererRooms).map((name) => rendererRule(table, name)),
    featuresApart,
  ];
}

/** @type {Rule} */
const noCycles = {
  name: 'no-cycles',
  comment: 'Two files that need each other are one file, or hide a third.',
  severity: 'error',
  from: {},
  to: { circular: true },
};

/** @type {Rule} */
const noUnresolved = {
  name: 'no-unresolved',
  comment: 'The import leads nowhere.',
  severity: 'error',
  from: {},
  // Vite's own asset suffixes and virtual modules are resolved by the build.
  to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker)$' },
};

/** @type {Rule} */
const featuresApart = {
  name: 'features-apart',
  comment: 'Features of the renderer do not import each other; what two of them need belongs to state or ui.',
  severity: 'error',
  from: { path: '^renderer/features/([^/]+)/' },
  to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
};

/**
 * @param {import('./layer-table.mjs').LayerTable} table
 * @param {string} name
 * @returns {Rule}
 */
function roomRule(table, name) {
  return {
    name: `layer:${name}`,
    comment: `${name} may import only: ${importableRooms(table, name).join(', ') || 'no other room'}.`,
    severity: 'error',
    from: { path: `^${name}/` },
    to: {
      path: `^(${OWN_FOLDERS.join('|')})/`,
      pathNot: [name, ...importableRooms(table, name)].map((room) => `^${room}/`),
    },
  };
}

/**
 * @param {import('./layer-table.mjs').LayerTable} table
 * @param {string} name
 * @returns {Rule}
 */
function packageRule(table, name) {
  const allowed = table.rooms[name]?.packages ?? [];
  const refused = table.packagesNeverIn[name] ?? [];
  return {
    name: `packages:${name}`,
    comment:
      allowed === '*'
        ? `${name} must not reach for ${refused.join(', ')}.`
        : `${name} may import only the packages: ${allowed.join(', ') || 'none'}.`,
    severity: 'error',
    from: { path: `^${name}/` },
    to:
      allowed === '*'
        ? { path: packagePaths(refused) }
        : { path: 'node_modules/', pathNot: ['node_modules/@types/node/', ...packagePaths(allowed)] },
  };
}

/**
 * @param {import('./layer-table.mjs').LayerTable} table
 * @returns {Rule}
 */
function builtinRule(table) {
  const withoutNode = Object.entries(table.rooms).filter(([, room]) => room.runs !== 'node');
  return {
    name: 'no-node-builtins',
    comment: 'This room runs in a browser too: nothing of Node is there.',
    severity: 'error',
    from: { path: withoutNode.map(([name]) => `^${name}/`) },
    to: { dependencyTypes: ['core'] },
  };
}

/**
 * @param {string} name
 * @returns {Rule}
 */
function doorRule(name) {
  return {
    name: `door:${name}`,
    comment: `From outside, ${name} is entered through ${name}/index.ts; only the tests of the room see more.`,
    severity: 'error',
    from: { pathNot: [`^${name}/`, `^test/unit/${name}/`] },
    to: { path: `^${name}/`, pathNot: `^${name}/index\\.ts$` },
  };
}

/**
 * @param {import('./layer-table.mjs').LayerTable} table
 * @returns {Rule}
 */
function unknownRoomRule(table) {
  return {
    name: 'room-in-the-table',
    comment: 'A new room needs its line in scripts/layers.json first.',
    severity: 'error',
    from: { path: '^(core|electron)/', pathNot: Object.keys(table.rooms).map((name) => `^${name}/`) },
    to: {},
  };
}

/**
 * @param {import('./layer-table.mjs').LayerTable} table
 * @param {string} name
 * @returns {Rule}
 */
function rendererRule(table, name) {
  const allowed = table.rendererRooms[name]?.mayImport ?? [];
  return {
    name: `layer:${name}`,
    comment: `${name} may import, inside the renderer, only: ${allowed.join(', ') || 'itself'}.`,
    severity: 'error',
    from: { path: `^${rendererPattern(name)}` },
    to: { path: '^renderer/', pathNot: [name, ...allowed].map((room) => `^${rendererPattern(room)}`) },
  };
}

/** @param {string} room */
function rendererPattern(room) {
  return `${room.replace('*', '[^/]+')}/`;
}

/** @param {readonly string[]} packages */
function packagePaths(packages) {
  return packages.map((name) => `node_modules/(@types/)?${name}/`);
}
