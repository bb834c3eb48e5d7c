import { singleResult } from '../run/step.mjs';
import { buildFailure } from './build-failure.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { buildParts } from './parts.mjs';

/**
 * The builds as steps of the test run.
 * @param {string} root
 * @returns {import('../run/step.mjs').Step[]}
 */
export function buildSteps(root) {
  return Object.keys(buildParts).map((key) => {
    const name = /** @type {import('./parts.mjs').PartName} */ (key);
    return {
      name: `build: ${name}`,
      run: async () => {
        try {
          const outcome = await ensureBuilt(root, name);
          if (outcome === 'absent')
            return { passed: 0, failed: 0, skipped: 0, note: 'no sources', output: '' };
          return singleResult(true, outcome, '');
        } catch (error) {
          return singleResult(false, '', buildFailure(buildParts[name].label, error));
        }
      },
    };
  });
}
