import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { externalImports } from './native-packages.mjs';
import { workerEntries } from './worker-entries.mjs';

/**
 * Bundles the command line, with the server and the core in it, and the worker threads into one flat folder of
 * ES modules. What is imported lazily (provider SDKs, tokenizers) stays in chunks of its own.
 *
 * The files are written aside and then moved over one by one, entries last, and the chunks of the build before
 * stay until the next one: a process that started on them can still load its lazy parts.
 * @param {string} root
 * @param {string} outputFolder
 * @param {readonly string[]} previousFiles what the last build wrote
 * @returns {Promise<string[]>} what this build wrote
 */
export async function buildNodeSide(root, outputFolder, previousFiles) {
  const { build } = await import('rolldown');
  const staging = `${outputFolder}.new`;
  rmSync(staging, { recursive: true, force: true });
  const { output } = await build({
    cwd: root,
    input: { agentnet: join(root, 'cli', 'main.ts'), ...workerEntries(root) },
    platform: 'node',
    external: externalImports,
    tsconfig: join(root, 'tsconfig.base.json'),
    logLevel: 'warn',
    output: {
      dir: staging,
      format: 'esm',
      entryFileNames: '[name].js',
      // Flat, so that a worker's path relative to import.meta.url holds in every chunk.
      chunkFileNames: '[name]-[hash].js',
      keepNames: true,
    },
  });
  mkdirSync(outputFolder, { recursive: true });
  const chunksFirst = [...output].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const { fileName } of chunksFirst) renameSync(join(staging, fileName), join(outputFolder, fileName));
  rmSync(staging, { recursive: true, force: true });

  const files = output.map(({ fileName }) => fileName);
  const kept = new Set([...files, ...previousFiles]);
  for (const name of readdirSync(outputFolder)) {
    if (name.endsWith('.js') && !kept.has(name)) rmSync(join(outputFolder, name));
  }
  return files;
}

/** @param {import('rolldown').OutputChunk | import('rolldown').OutputAsset} part */
function isEntry(part) {
  return part.type === 'chunk' && part.isEntry;
}
