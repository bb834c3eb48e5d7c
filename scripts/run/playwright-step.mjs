import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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
 * @property {readonly { title: string, tests: readonly PlaywrightTest[] }[]} [specs]
 *
 * @typedef {object} PlaywrightTest
 * @property {string} status
 * @property {readonly { errors?: readonly { message?: string }[] }[]} [results] one for each try
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
          ['node_modules/@playwright/test/cli.js', 'test', '--reporter=dot,json'],
          root,
          {
            PLAYWRIGHT_JSON_OUTPUT_NAME: report,
            ...(browserPath === undefined ? {} : { CHROMIUM_PATH: browserPath }),
            // Playwright sets the one for its workers, and Node warns where both are there.
            NO_COLOR: undefined,
            FORCE_COLOR: '0',
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
    note: [
      `${stats.expected + stats.flaky} tests`,
      told(suites, 'flaky', `${stats.flaky} of them only when tried again`),
      told(suites, 'unexpected', `${stats.unexpected} failed`),
    ].join(''),
    output,
  };
}

/**
 * What ended so, each with the first words of its error: logs are cut where they are long, a step's line is not.
 * @param {readonly PlaywrightSuite[]} suites
 * @param {'flaky' | 'unexpected'} status
 * @param {string} words
 * @returns {string} empty where there is none
 */
function told(suites, status, words) {
  const titles = titlesOf(suites, status);
  return titles.length === 0 ? '' : `, ${words}: ${titles.join('; ')}`;
}

/**
 * @param {readonly PlaywrightSuite[]} suites
 * @param {string} status
 * @returns {readonly string[]}
 */
function titlesOf(suites, status) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests
        .filter((test) => test.status === status)
        .map(({ results = [] }) => {
          const message = results.flatMap(({ errors = [] }) => errors)[0]?.message;
          return message === undefined ? title : `${title} (${firstLine(message)})`;
        }),
    ),
    ...titlesOf(suite.suites ?? [], status),
  ]);
}

/** @param {string} message with colours, whatever was asked for */
function firstLine(message) {
  return stripVTControlCharacters(message).split('\n', 1)[0];
}
