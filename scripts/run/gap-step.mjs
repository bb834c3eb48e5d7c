/**
 * Stands for a suite that cannot run on this machine, and says so.
 * @param {string} name
 * @param {string} reason
 * @param {boolean} isFailure where no gap is allowed
 * @returns {import('./step.mjs').Step}
 */
export function gapStep(name, reason, isFailure) {
  return {
    name,
    run: async () => ({
      passed: 0,
      failed: isFailure ? 1 : 0,
      skipped: 0,
      note: `did not run: ${reason}`,
      output: `did not run: ${reason}`,
    }),
  };
}
