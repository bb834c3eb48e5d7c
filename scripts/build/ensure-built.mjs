import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from '../setup/file-lock.mjs';
import { say } from '../setup/say.mjs';
import { buildParts } from './parts.mjs';
import { sourceStamp } from './source-stamp.mjs';

/** @typedef {{ stamp: string, files: string[] }} BuildRecord */

/**
 * Builds a part unless its last build was made from the same sources. Throws when the build fails; the tool
 * has then said why on standard error, and the last good build is left as it was where the tool allows that.
 * @param {string} root
 * @param {import('./parts.mjs').PartName} name
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<'built' | 'current' | 'absent'>} absent: there are no sources of this part
 */
export async function ensureBuilt(root, name, options = {}) {
  const part = buildParts[name];
  if (!existsSync(join(root, part.entry))) return 'absent';
  if (options.force !== true && isCurrent(root, name)) return 'current';
  return await withFileLock(join(root, '.cache', `build-${name}.lock`), async () => {
    // Whoever held the lock before may have built the same.
    if (options.force !== true && isCurrent(root, name)) return 'current';
    say(`building ${part.label}`);
    const started = performance.now();
    // Taken before the build: a file changed meanwhile makes it stale again.
    const stamp = sourceStamp(root, part.sources);
    const output = join(root, part.output);
    const files = await part.build(root, output, readRecord(root, name)?.files ?? []);
    mkdirSync(output, { recursive: true });
    writeFileSync(recordPath(root, name), JSON.stringify({ stamp, files }));
    say(`built ${part.label} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return 'built';
  });
}

/**
 * @param {string} root
 * @param {import('./parts.mjs').PartName} name
 */
export function isCurrent(root, name) {
  return readRecord(root, name)?.stamp === sourceStamp(root, buildParts[name].sources);
}

/**
 * @param {string} root
 * @param {import('./parts.mjs').PartName} name
 * @returns {BuildRecord | undefined}
 */
function readRecord(root, name) {
  try {
    return JSON.parse(readFileSync(recordPath(root, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Inside the output, so that deleting a build deletes its record.
 * @param {string} root
 * @param {import('./parts.mjs').PartName} name
 */
function recordPath(root, name) {
  return join(root, buildParts[name].output, '.build.json');
}
