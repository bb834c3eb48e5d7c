import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { electronRuntime } from './scripts/setup/electron-runtime.mjs';

/** The browser that scripts/test.mjs found; without it Playwright looks for its own. */
const executablePath = process.env['CHROMIUM_PATH'];

/** Chromium has no sandbox for root, and no business with the network beyond the page under test. */
const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const DESKTOP = 'desktop/**/*.spec.ts';

/**
 * `web` drives a browser against the web host; `desktop` the way of a first visit through the Electron shell, where
 * its runtime is there (without it, Playwright would have it downloaded).
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every test has its own host and data folder, so those of one file need not wait for each other.
  fullyParallel: true,
  // A test waits half of its time for what it watches: one more than there are processors keeps them busy.
  workers: Math.min(availableParallelism() + 1, 4),
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, for busy machines: what is waited for is a state, never a time, so good runs are as fast as they can be.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // On a busy machine a run may be over before its page is looked at; what passed only at the second try is told.
  retries: 1,
  reporter: [['line']],
  use: {
    viewport: { width: 1280, height: 800 },
    // Recording costs a fifth of a test, so what fails is recorded when it is tried again.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  projects: [
    { name: 'web', testIgnore: DESKTOP },
    ...(electronRuntime(import.meta.dirname) === undefined ? [] : [{ name: 'desktop', testMatch: DESKTOP }]),
  ],
});
