/** @typedef {import('./step.mjs').Step} Step */
/** @typedef {import('./step.mjs').StepResult} StepResult */

/**
 * Runs steps, a few at a time, and prints a line for each as it ends, with everything it said if it failed.
 * @param {readonly Step[]} steps
 * @param {{ concurrency: number, print: (line: string) => void }} options
 * @returns {Promise<readonly StepResult[]>} in the order of the steps
 */
export async function runSteps(steps, { concurrency, print }) {
  /** @type {StepResult[]} */
  const results = [];
  const waiting = [...steps.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, step] = next;
      const started = performance.now();
      const result = await step.run();
      results[index] = result;
      print(stepLine(step.name, result, performance.now() - started));
      if (result.failed > 0) print(indented(result.output));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return results;
}

/**
 * @param {string} name
 * @param {StepResult} result
 * @param {number} elapsedMs
 */
export function stepLine(name, result, elapsedMs) {
  const word = result.failed > 0 ? 'FAIL' : result.passed > 0 ? 'ok' : '-';
  const seconds = `${(elapsedMs / 1000).toFixed(1)} s`;
  return `${word.padEnd(5)}${name.padEnd(26)}${seconds.padStart(8)}  ${result.note}`.trimEnd();
}

/** @param {string} output */
function indented(output) {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => `     ${line}`)
    .join('\n');
}
