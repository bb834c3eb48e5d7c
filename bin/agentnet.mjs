#!/usr/bin/env node
// Written so that an old Node can read it: the first thing it has to do there is to say so, or to make way.
import module from 'node:module';
import { join } from 'node:path';
import { dependenciesAreCurrent } from '../scripts/setup/installed-state.mjs';
import { currentNodeMajor, REQUIRED_NODE_MAJOR } from '../scripts/setup/project-node.mjs';
import { projectRoot } from '../scripts/setup/project-root.mjs';

if (
  currentNodeMajor < REQUIRED_NODE_MAJOR ||
  process.env['AGENTNET_STAND_IN'] !== undefined ||
  !dependenciesAreCurrent(projectRoot)
) {
  const { ensureProjectNode } = await import('../scripts/setup/ensure-project-node.mjs');
  await ensureProjectNode();
}
module.enableCompileCache(join(projectRoot, 'node_modules', '.cache', 'agentnet', 'compiled'));

const { ensureBuilt } = await import('../scripts/build/ensure-built.mjs');
try {
  await ensureBuilt(projectRoot, 'node');
} catch (error) {
  const { buildFailure } = await import('../scripts/build/build-failure.mjs');
  process.stderr.write(`agentnet: ${buildFailure('the command line', error)}\n`);
  process.exit(1);
}

process.title = 'agentnet';
await import(new URL('../dist/node/agentnet.js', import.meta.url).href);
