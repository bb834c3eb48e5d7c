// What `npm run dev` runs: the screens from Vite with hot reload, against a core that is rebuilt and restarted
// when its sources change. Arguments go to `agentnet serve`.
import { join } from 'node:path';
import { buildEach } from './build/build-each.mjs';
import { startCore } from './dev/core-process.mjs';
import { watchSources } from './dev/watch-sources.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { say } from './setup/say.mjs';

const program = join(projectRoot, 'dist', 'node', 'agentnet.js');
/** What a page asks its host for; everything else is the page itself. */
const HOST_PATHS = ['/api', '/rpc', '/health', '/metrics'];

const failed = await buildEach(['node'], { force: false });
if (failed) process.exit(failed);

let core = await startCore(program, process.argv.slice(2));
const origin = new URL(core.ready.url).origin;
const { createServer } = await import('vite');
const server = await createServer({
  configFile: join(projectRoot, 'vite.config.ts'),
  server: {
    host: '127.0.0.1',
    // The host answers only to its own name and its own pages.
    proxy: Object.fromEntries(
      HOST_PATHS.map((path) => [path, { target: origin, changeOrigin: true, headers: { origin } }]),
    ),
  },
});
await server.listen();
announce();

const stopWatching = watchSources(projectRoot, ['core', 'cli', 'server'], restart);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    stopWatching();
    await Promise.all([core.stop(), server.close()]);
    process.exit(0);
  });
}

async function restart() {
  // A broken build has been reported; the running core stays until there is a good one.
  if ((await buildEach(['node'], { force: false })) !== 0) return;
  await core.stop();
  // On the port of the first one, where the proxy looks for it.
  core = await startCore(program, [...process.argv.slice(2), '--port', new URL(origin).port]);
  announce();
}

function announce() {
  const page = server.resolvedUrls?.local[0] ?? '';
  say(`open ${page}#token=${core.ready.token}`);
}
