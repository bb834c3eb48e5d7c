import { runCaptured } from './run-captured.mjs';

/**
 * @typedef {object} StepResult
 * @property {number} passed
 * @property {number} failed a step that is one command counts as one; a test runner counts its tests
 * @property {number} skipped
 * @property {string} note a few words for the step's line
 * @property {string} output shown when something failed
 */

/** @typedef {{ name: string, run: () => Promise<StepResult> }} Step */

/**
 * A step that passes or fails as a whole.
 * @param {boolean} ok
 * @param {string} note
 * @param {string} output
 * @returns {StepResult}
 */
export function singleResult(ok, note, output) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, note, output };
}

/**
 * A command as a step: its exit code decides, its last line is its note.
 * @param {string} root
 * @param {string} name
 * @param {readonly string[]} command a Node script with its arguments
 * @returns {Step}
 */
export function commandStep(root, name, command) {
  return {
    name,
    run: async () => {
      const { code, output } = await runCaptured(command, root);
      return singleResult(code === 0, output.trim().split('\n').at(-1)?.trim() ?? '', output);
    },
  };
}
