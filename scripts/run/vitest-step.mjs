import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCaptured } from './run-captured.mjs';

/**
 * The parts of vitest's JSON report that are read here.
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults
 */

/**
 * One project of the vitest configuration as a step that counts its tests.
 * @param {string} root
 * @param {'unit' | 'conformance'} project
 * @param {string} name
 * @returns {import('./step.mjs').Step}
 */
export function vitestStep(root, project, name) {
  return {
    name,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'agentnet-vitest-'));
      try {
        const report = join(folder, 'report.json');
        const { code, output } = await runCaptured(
          [
            'node_modules/vitest/vitest.mjs',
            'run',
            `--project=${project}`,
            '--reporter=minimal',
            '--reporter=json',
            `--outputFile.json=${report}`,
          ],
          root,
        );
        return vitestResult(JSON.parse(readFileSync(report, 'utf8')), code, output);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param {VitestReport} report
 * @param {number} code vitest's exit code
 * @param {string} output
 * @returns {import('./step.mjs').StepResult}
 */
export function vitestResult(report, code, output) {
  // A file that could not even be loaded has no tests to count; neither has an error outside of all tests.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const counted = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: counted === 0 && code !== 0 ? 1 : counted,
    skipped: report.numPendingTests + report.numTodoTests,
    note: `${report.numPassedTests} tests in ${report.testResults.length} files`,
    output,
  };
}
