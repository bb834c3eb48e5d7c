import { existsSync } from 'node:fs';
import { say } from '../setup/say.mjs';
import { findBrowser } from './find-browser.mjs';
import { tryCommand } from './try-command.mjs';

/** A registry that cannot be reached must not hold the tests up for longer than this. */
const DOWNLOAD_LIMIT_MS = 180_000;

/** @typedef {{ path: string | undefined } | { missing: string }} Browser `path` undefined: Playwright's own */

/**
 * A browser for the end-to-end tests, got by the first of these ways that works: one that is already there,
 * Playwright's own download, Debian's package where this process may install packages.
 * @param {string} root
 * @returns {Promise<Browser>}
 */
export async function provideBrowser(root) {
  const machine = { env: process.env, platform: process.platform };
  const found = findBrowser(machine);
  if (found !== undefined) return { path: found };
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return { path: undefined };

  say('no browser found; trying the download of Playwright');
  const playwright = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  if (await tryCommand(process.execPath, playwright, { cwd: root, timeoutMs: DOWNLOAD_LIMIT_MS })) {
    return { path: undefined };
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("trying Debian's package");
    const options = { cwd: root, timeoutMs: DOWNLOAD_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await tryCommand('apt-get', ['update', '-qq'], options);
    await tryCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    const installed = findBrowser(machine);
    if (installed !== undefined) return { path: installed };
  }
  return {
    missing:
      'no Chromium here and no way to get one; install Chromium or Chrome, or name one in CHROMIUM_PATH',
  };
}
