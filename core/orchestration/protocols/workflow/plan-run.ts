import { usedDeps } from '../../../graph/index.ts';
import { decideEnd, decideWithout } from './decide.ts';
import type { WorkflowState } from './workflow-state.ts';

/** Before anything starts: outputs that are given end their nodes, and what nobody needs is left out. */
export const planRun = (state: WorkflowState): void => {
  const { given } = state.settings;
  for (const run of state.top) {
    const one = Object.hasOwn(given, run.id) ? given[run.id] : undefined;
    if (!one) continue;
    decideEnd(state, run, {
      status: 'done',
      source: one.source,
      task_id: null,
      output: one.output,
      branch: one.branch,
      reason: null,
      error: null,
    });
  }
  const needed = neededBy(state);
  if (!needed) return;
  for (const run of state.top) {
    if (!needed.has(run.id)) decideWithout(state, run, 'skipped', 'It is not part of this run.');
  }
};

/** The nodes that were asked for and what they need, up to outputs that are given; null: all. */
const neededBy = ({ settings, runs }: WorkflowState): ReadonlySet<string> | null => {
  if (settings.only === null) return null;
  const needed = new Set(settings.only.filter((id) => runs.has(id)));
  for (const id of needed) {
    if (Object.hasOwn(settings.given, id)) continue;
    const node = runs.get(id)?.node;
    if (node) for (const dep of usedDeps(node)) needed.add(dep);
  }
  return needed;
};
