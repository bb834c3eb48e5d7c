/**
 * The closing line of a run: `12 passed, 0 failed`, and how many were skipped where some were.
 * @param {readonly import('./step.mjs').StepResult[]} results
 * @returns {{ line: string, failed: number }}
 */
export function totals(results) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  const failed = sum('failed');
  return {
    line: `${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    failed,
  };
}
