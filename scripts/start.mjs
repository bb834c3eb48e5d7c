// What `npm start` runs, on whatever Node the machine has.
import module from 'node:module';
import { join } from 'node:path';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { ensureProjectNode } from './setup/ensure-project-node.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { runChild } from './setup/run-child.mjs';
import { say } from './setup/say.mjs';
import { startOptions } from './start/start-options.mjs';

await ensureProjectNode();
module.enableCompileCache(join(projectRoot, 'node_modules', '.cache', 'agentnet', 'compiled'));
const { buildEach } = await import('./build/build-each.mjs');

const options = startOptions(process.argv.slice(2));
const runtime = options.webBecause === undefined ? electronRuntime(projectRoot) : undefined;

if (runtime === undefined) {
  await startWebHost();
} else {
  await startDesktop(runtime);
}

async function startWebHost() {
  const failed = await buildEach(['node', 'renderer'], { force: false });
  if (failed) process.exit(failed);
  const because =
    options.webBecause === undefined
      ? 'The Electron runtime is not installed (npx install-electron fetches it).'
      : `It was asked for by ${options.webBecause}.`;
  say(`starting the local web host. ${because}`);
  const entry = new URL('../dist/node/agentnet.js', import.meta.url);
  // In this process and not in a child: then Ctrl-C, exit codes and a kill need no forwarding.
  process.argv = [
    process.execPath,
    'agentnet',
    'serve',
    '--because',
    because,
    ...(options.open ? ['--open'] : []),
    ...options.passed,
  ];
  process.title = 'agentnet';
  await import(entry.href);
}

/** @param {string} executable */
async function startDesktop(executable) {
  const failed = await buildEach(['electron'], { force: false });
  if (failed) process.exit(failed);
  process.exitCode = await runChild(executable, [projectRoot, ...options.passed]);
}
