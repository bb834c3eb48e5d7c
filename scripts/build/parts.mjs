// What builds a part is loaded only when it has to be built: asking whether it is current must cost next to
// nothing, since every start of the command line does.

/**
 * @typedef {object} BuildPart
 * @property {string} label how the part is called in messages
 * @property {string} entry without this file there is nothing to build
 * @property {readonly string[]} sources files and folders whose change makes the build stale
 * @property {string} output the folder the build writes
 * @property {(root: string, output: string, previousFiles: readonly string[]) => Promise<string[]>} build
 *   gives the files it wrote, where the next build needs to know them
 */

/** @typedef {'node' | 'renderer' | 'electron'} PartName */

const SHARED = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'scripts/build'];
const RENDERER_SOURCES = [
  'renderer',
  'core/contract',
  'core/effects',
  'core/graph',
  'core/projections',
  'core/transport',
  'vite.config.ts',
];

/** @type {Readonly<Record<PartName, BuildPart>>} */
export const buildParts = {
  node: {
    label: 'the node side (command line, server, core)',
    entry: 'cli/main.ts',
    sources: [...SHARED, 'core', 'cli', 'server'],
    output: 'dist/node',
    build: async (...args) => (await import('./node-side.mjs')).buildNodeSide(...args),
  },
  renderer: {
    label: 'the screens',
    entry: 'renderer/index.html',
    sources: [...SHARED, ...RENDERER_SOURCES],
    output: 'dist/renderer',
    build: async (root) => (await import('./vite-tool.mjs')).buildWithVite(root, 'vite'),
  },
  electron: {
    label: 'the desktop shell',
    entry: 'electron/main/index.ts',
    sources: [...SHARED, ...RENDERER_SOURCES, 'core', 'electron', 'electron.vite.config.ts'],
    output: 'out',
    build: async (root) => (await import('./vite-tool.mjs')).buildWithVite(root, 'electron-vite'),
  },
};
