import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { externalImports } from './scripts/build/native-packages.mjs';
import { workerEntries } from './scripts/build/worker-entries.mjs';
import rendererConfig from './vite.config.ts';

const root = import.meta.dirname;

/** electron-vite makes addresses relative, for pages opened as files; ours has its own origin and deep links. */
const addressesFromTheRoot: Plugin = {
  name: 'addresses-from-the-root',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Everything but machine code goes into the bundle, so that the app ships without a node_modules tree.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'electron/main/index.ts'), ...workerEntries(root) },
        external: externalImports,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        external: externalImports,
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...rendererConfig,
    plugins: [...(rendererConfig.plugins ?? []), addressesFromTheRoot],
    build: {
      ...rendererConfig.build,
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: {
        ...rendererConfig.build?.rolldownOptions,
        input: { index: resolve(root, 'renderer/index.html') },
      },
    },
  },
});
