// What `npm run check` runs: everything that can be said about the code without building it.
// `npm run check -- types layers` runs only the steps whose names contain one of the words.
import { availableParallelism } from 'node:os';
import { checkSteps } from './check/check-steps.mjs';
import { runSteps } from './run/run-steps.mjs';
import { totals } from './run/totals.mjs';
import { ensureProjectNode } from './setup/ensure-project-node.mjs';
import { projectRoot } from './setup/project-root.mjs';

await ensureProjectNode();
const words = process.argv.slice(2);
const steps = checkSteps(projectRoot).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const started = performance.now();
const results = await runSteps(steps, {
  concurrency: Math.max(2, availableParallelism()),
  print: console.log,
});
const { line, failed } = totals(results);
console.log(`in ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(line);
process.exitCode = failed > 0 || steps.length === 0 ? 1 : 0;
