import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCaptured } from './run-captured.mjs';

/**
 * The parts of Playwright's JSON report that are read here.
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors what went wrong outside of any test
 * @property {readonly PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { title: string, tests: readonly { status: string }[] }[]} [specs]
 */

/**
 * The end-to-end tests as a step that counts its tests.
 * @param {string} root
 * @param {string | undefined} browserPath undefined: Playwright's own browser
 * @returns {import('./step.mjs').Step}
 */
export function playwrightStep(root, browserPath) {
  return {
    name: 'end to end',
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'agentnet-playwright-'));
      try {
        const report = join(folder, 'report.json');
        const { code, output } = await runCaptured(
          ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'],
          root,
          {
            PLAYWRIGHT_JSON_OUTPUT_NAME: report,
            ...(browserPath === undefined ? {} : { CHROMIUM_PATH: browserPath }),
          },
        );
        /** @type {PlaywrightReport} */
        const parsed = existsSync(report)
          ? JSON.parse(readFileSync(report, 'utf8'))
          : { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };
        return playwrightResult(parsed, code, output);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param {PlaywrightReport} report
 * @param {number} code Playwright's exit code
 * @param {string} output
 * @returns {import('./step.mjs').StepResult}
 */
export function playwrightResult({ stats, errors, suites = [] }, code, output) {
  const counted = stats.unexpected + errors.length;
  return {
    passed: stats.expected + stats.flaky,
    failed: counted === 0 && code !== 0 ? 1 : counted,
    skipped: stats.skipped,
    note: `${stats.expected + stats.flaky} tests${stats.flaky > 0 ? `, ${stats.flaky} of them only when tried again: ${flakyTitles(suites).join('; ')}` : ''}`,
    output,
  };
}

/**
 * @param {readonly PlaywrightSuite[]} suites
 * @returns {readonly string[]}
 */
function flakyTitles(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => title),
    ...flakyTitles(suite.suites ?? []),
  ]);
}
