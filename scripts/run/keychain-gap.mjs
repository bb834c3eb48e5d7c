import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gapStep } from './gap-step.mjs';

/** What a test needs to have a keychain of its own. */
const tools = ['dbus-daemon', 'gnome-keyring-daemon'];

/**
 * Names the tests of the keychain that cannot run here. Elsewhere than on Linux a test would write into the
 * keychain of whoever runs it, so there the gap is no failure.
 * @param {{ platform: string, env: Record<string, string | undefined> }} machine
 * @param {boolean} noGaps
 * @returns {readonly import('./step.mjs').Step[]}
 */
export function keychainGap({ platform, env }, noGaps) {
  if (platform !== 'linux')
    return [gapStep('keychain', 'only Linux can give a test a keychain of its own', false)];
  const folders = (env['PATH'] ?? '').split(delimiter);
  const missing = tools.filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))));
  if (missing.length === 0) return [];
  return [
    gapStep(
      'keychain',
      `${missing.join(' and ')} not found; Debian has them in gnome-keyring and dbus-daemon`,
      noGaps,
    ),
  ];
}
