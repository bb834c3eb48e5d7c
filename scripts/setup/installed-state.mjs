import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * True if node_modules holds what package-lock.json names. A tree that was installed by hand has no stamp of
 * ours; it is compared once with the record that npm keeps in it, then stamped.
 * @param {string} root
 */
export function dependenciesAreCurrent(root) {
  // An installed copy of the package has no lockfile: whoever installed it brought its dependencies.
  if (!existsSync(join(root, 'package-lock.json'))) return true;
  if (readText(stampPath(root)) === lockfileHash(root)) return true;
  if (!installedTreeMatches(root)) return false;
  markInstalled(root);
  return true;
}

/** @param {string} root */
function installedTreeMatches(root) {
  const installedText = readText(join(root, 'node_modules', '.package-lock.json'));
  if (installedText === undefined) return false;
  /** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Entry */
  /** @type {Record<string, Entry>} */
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  /** @type {Record<string, Entry>} */
  const installed = JSON.parse(installedText).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // An optional package may be left out because it is not for this machine, but not in another version.
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

/**
 * Notes that node_modules is as package-lock.json says.
 * @param {string} root
 */
export function markInstalled(root) {
  mkdirSync(dirname(stampPath(root)), { recursive: true });
  writeFileSync(stampPath(root), lockfileHash(root));
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'node_modules', '.cache', 'agentnet', 'installed');
}

/** @param {string} root */
function lockfileHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
