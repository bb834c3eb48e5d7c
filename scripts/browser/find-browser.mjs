import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a browser that Playwright can drive is usually found, by the names its packages give it. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** @type {Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>} */
const USUAL_PLACES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * A browser that is already on this machine: the one named in CHROMIUM_PATH, else one in a usual place, else
 * one on the search path.
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, exists?: (path: string) => boolean }} machine
 * @returns {string | undefined}
 */
export function findBrowser({ env, platform, exists = existsSync }) {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && exists(named)) return named;
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...(USUAL_PLACES[platform] ?? []), ...onPath].find(exists);
}
