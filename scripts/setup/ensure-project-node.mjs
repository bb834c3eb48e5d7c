import { ensureDependencies } from './ensure-dependencies.mjs';
import { currentNodeMajor, howToStart, projectNode, REQUIRED_NODE_MAJOR } from './project-node.mjs';
import { projectRoot } from './project-root.mjs';
import { dieWithParent, runInstead } from './run-instead.mjs';

/**
 * Installs what is missing, then makes sure that what follows runs on the Node the project needs: on an older
 * one this starts the same script again with the project's own, waits for it, and exits with its code.
 * Returns only on a fitting Node with everything installed.
 */
export async function ensureProjectNode() {
  dieWithParent();
  if (!(await ensureDependencies(projectRoot))) process.exit(1);
  if (currentNodeMajor >= REQUIRED_NODE_MAJOR) return;
  const node = projectNode(projectRoot);
  if (node === undefined) {
    process.stderr.write(howToStart());
    process.exit(1);
  }
  process.exit(await runInstead(node, projectRoot));
}
