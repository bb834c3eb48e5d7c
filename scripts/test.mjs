// What `npm test` runs: build, check, conformance suites, end-to-end tests. The last line holds the totals.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from './browser/provide-browser.mjs';
import { buildSteps } from './build/build-steps.mjs';
import { checkSteps } from './check/check-steps.mjs';
import { gapStep } from './run/gap-step.mjs';
import { keychainGap } from './run/keychain-gap.mjs';
import { playwrightStep } from './run/playwright-step.mjs';
import { runSteps } from './run/run-steps.mjs';
import { totals } from './run/totals.mjs';
import { vitestStep } from './run/vitest-step.mjs';
import { electronRuntime } from './setup/electron-runtime.mjs';
import { ensureProjectNode } from './setup/ensure-project-node.mjs';
import { projectRoot } from './setup/project-root.mjs';

await ensureProjectNode();
/** Whether a suite that cannot run here is a failure. */
const noGaps = process.argv.includes('--no-gaps') || process.env['CI'] === 'true';

/** @type {import('./run/step.mjs').StepResult[]} */
const results = [];
// The suites that start the built program come after the build, and each has the machine to itself.
await run(buildSteps(projectRoot), 1);
await run(checkSteps(projectRoot), Math.max(2, availableParallelism()));
if (existsSync(join(projectRoot, 'test', 'conformance'))) {
  await run([vitestStep(projectRoot, 'conformance', 'conformance'), ...keychainGap(process, noGaps)], 1);
}
if (existsSync(join(projectRoot, 'test', 'e2e'))) await run(await endToEnd(), 1);

const { line, failed } = totals(results);
console.log(line);
process.exitCode = failed > 0 ? 1 : 0;

async function endToEnd() {
  const browser = await provideBrowser(projectRoot);
  return [
    'missing' in browser
      ? gapStep('end to end', browser.missing, noGaps)
      : playwrightStep(projectRoot, browser.path),
    // The runtime comes from its own release host, which many build machines cannot reach: never a failure.
    ...(electronRuntime(projectRoot) === undefined
      ? [gapStep('end to end (desktop)', 'the Electron runtime is not installed', false)]
      : []),
  ];
}

/**
 * @param {readonly import('./run/step.mjs').Step[]} steps
 * @param {number} concurrency
 */
async function run(steps, concurrency) {
  results.push(...(await runSteps(steps, { concurrency, print: console.log })));
}
