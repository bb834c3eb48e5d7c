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

/**
 * The same specifications against both hosts: `web` drives a browser, `desktop` the Electron shell where its
 * runtime is there. A specification reads which one it is from the name of its project.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  projects: [
    { name: 'web' },
    ...(electronRuntime(import.meta.dirname) === undefined ? [] : [{ name: 'desktop' }]),
  ],
});
