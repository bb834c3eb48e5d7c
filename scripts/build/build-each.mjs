import { ensureProjectNode } from '../setup/ensure-project-node.mjs';
import { projectRoot } from '../setup/project-root.mjs';
import { say } from '../setup/say.mjs';
import { buildFailure } from './build-failure.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { buildParts } from './parts.mjs';

/** What a plain build makes: everything. */
const ALL = /** @type {import('./parts.mjs').PartName[]} */ (Object.keys(buildParts));

/**
 * Builds the named parts (all of them without a name) and gives an exit code.
 * @param {readonly string[]} names
 * @param {{ force: boolean }} options
 */
export async function buildEach(names, options) {
  const unknown = names.find((name) => !Object.hasOwn(buildParts, name));
  if (unknown !== undefined) {
    say(`there is no part "${unknown}" to build; the parts are ${ALL.join(', ')}.`);
    return 2;
  }
  await ensureProjectNode();
  const parts = names.length === 0 ? ALL : /** @type {import('./parts.mjs').PartName[]} */ ([...names]);
  for (const part of parts) {
    try {
      await ensureBuilt(projectRoot, part, options);
    } catch (error) {
      say(buildFailure(buildParts[part].label, error));
      return 1;
    }
  }
  return 0;
}
