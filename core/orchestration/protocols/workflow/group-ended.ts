import type { NodeValue } from '../../../contract/index.ts';
import { passes, textOf } from '../../../graph/index.ts';
import { haltReason } from './attempt-failed.ts';
import { decideDone, decideFailed, decideWithout, timedOut } from './decide.ts';
import { stepEnded } from './delegate/step-ended.ts';
import { addBatches, addItem, addRound } from './expand.ts';
import { type Body, type BodyGroup, isDone, type NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

/** A node inside of another ended. With the last one of its group something follows for the node around it. */
export const groupEnded = (state: WorkflowState, run: NodeRun, group: BodyGroup): void => {
  group.left -= 1;
  const { body } = run;
  if (group.left > 0 || !body) return;
  body.ended += 1;
  if (run.phase !== 'running') return;
  const { cancelled } = run.control;
  if (body.kind === 'map' && !state.halt && cancelled === null) {
    const item = body.rest.pop();
    if (item !== undefined) return addItem(state, run, item);
  }
  if (body.ended < body.groups.length) return;
  if (body.kind === 'delegate' && run.node.kind === 'delegate' && cancelled === null) {
    return stepEnded(state, run, run.node, body, group);
  }
  const failed = body.kind === 'delegate' ? null : firstFailed(body.groups);
  if (failed) return decideFailed(state, run, failed);
  if (cancelled === 'skipped') return decideWithout(state, run, 'skipped', 'A person skipped it.');
  if (cancelled === 'timeout') return decideFailed(state, run, timedOut);
  goOn(state, run, body);
};

const firstFailed = (groups: readonly BodyGroup[]) => {
  for (const { runs } of groups) {
    for (const { id, end } of runs) {
      if (end?.status === 'failed') {
        const { code, message } = end.error ?? { code: 'node/failed', message: 'It failed.' };
        return { code, message: `"${id}" failed: ${message}` };
      }
    }
  }
  return null;
};

const outputsOf = (groups: readonly BodyGroup[]): NodeValue[] =>
  groups.flatMap(({ last }) => (isDone(last) && last.output !== undefined ? [last.output] : []));

const goOn = (state: WorkflowState, run: NodeRun, body: Body): void => {
  const { node } = run;
  const { groups } = body;
  const output = groups.at(-1)?.last.output;
  const isCut = groups.some(({ runs }) => runs.some(({ end }) => end?.status === 'stopped'));
  if (isCut) return decideWithout(state, run, 'stopped', haltReason(state));
  switch (node.kind) {
    case 'map':
      if (body.kind === 'map' && body.rest.length > 0) break;
      return decideDone(state, run, { output: outputsOf(groups) });
    case 'loop': {
      const isMet = node.until !== null && passes(node.until, output === undefined ? '' : textOf(output));
      if (isMet || groups.length >= node.max) return decideDone(state, run, { output: output ?? '' });
      if (state.halt) break;
      return addRound(state, run, groups.length + 1, output);
    }
    case 'reduce': {
      const made = outputsOf(groups.slice(body.kind === 'reduce' ? body.rowFrom : 0));
      const [only, ...others] = made;
      if (others.length === 0) return decideDone(state, run, { output: only ?? '' });
      if (state.halt) break;
      return addBatches(state, run, node, made);
    }
    default:
      return decideDone(state, run, { output: output ?? '' });
  }
  decideWithout(state, run, 'stopped', haltReason(state));
};
