import type { NodeValue } from '../../../contract/index.ts';
import { portOf } from '../../../graph/index.ts';
import { haltReason } from './attempt-failed.ts';
import { decideDone, decideFailed, decideWithout, timedOut } from './decide.ts';
import { addBatches, addRound } from './expand.ts';
import { meetsTest } from './meets-test.ts';
import { type BodyGroup, isDone, type NodeRun } from './node-run.ts';
import { valueText } from './value-text.ts';
import { laneOf, type WorkflowState } from './workflow-state.ts';

/** The nodes of a body are there: they may start when what they wait for has ended. */
export const addBody = (state: WorkflowState, run: NodeRun): void => {
  const { body, adding } = run;
  if (!body || adding.length === 0) return;
  run.adding = [];
  const atOnce = run.node.kind === 'map' ? (run.node.parallel ?? adding.length) : adding.length;
  const first = body.groups.length;
  for (const [place, group] of adding.entries()) {
    body.groups.push(group);
    for (const one of group.runs) state.runs.set(one.id, one);
    state.schedule.add(
      group.runs.map((one) => itemOf(one, place >= atOnce)),
      state.schedule.rankOf(run.id),
    );
  }
  if (body.kind === 'map') body.released = Math.min(atOnce, first + adding.length);
};

const itemOf = ({ id, node, scope, agent }: NodeRun, isHeld: boolean) => {
  const named = new Map(node.deps.map((dep) => [scope.runs.get(dep)?.id ?? dep, dep] as const));
  return {
    id,
    deps: [...named.keys()],
    portOf: (dep: string) => portOf(node, named.get(dep) ?? dep),
    lane: laneOf(node, agent),
    isHeld,
  };
};

/** A node inside of another ended. With the last one of its group something follows for the node around it. */
export const groupEnded = (state: WorkflowState, run: NodeRun, group: BodyGroup): void => {
  group.left -= 1;
  const { body } = run;
  if (group.left > 0 || !body) return;
  body.ended += 1;
  if (run.phase === 'ending' || run.phase === 'ended') return;
  if (body.kind === 'map') releaseNext(state, body);
  if (body.ended < body.groups.length) return;
  const failed = firstFailed(body.groups);
  if (failed) return decideFailed(state, run, failed);
  const { cancelled } = run.control;
  if (cancelled === 'skipped') return decideWithout(state, run, 'skipped', 'A person skipped it.');
  if (cancelled === 'timeout') return decideFailed(state, run, timedOut);
  goOn(state, run, body);
};

const releaseNext = (state: WorkflowState, body: Extract<NonNullable<NodeRun['body']>, { kind: 'map' }>) => {
  const next = body.groups[body.released];
  if (!next) return;
  body.released += 1;
  for (const { id } of next.runs) state.schedule.release(id);
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

const goOn = (state: WorkflowState, run: NodeRun, body: NonNullable<NodeRun['body']>): void => {
  const { node } = run;
  const { groups } = body;
  const newest = groups.at(-1)?.last;
  switch (node.kind) {
    case 'map':
      return decideDone(state, run, { output: outputsOf(groups) });
    case 'loop': {
      const output = newest?.output ?? '';
      const isMet = node.until !== null && meetsTest(node.until, valueText(output));
      if (isMet || groups.length >= node.max) return decideDone(state, run, { output });
      if (state.halt) return decideWithout(state, run, 'stopped', haltReason(state));
      return addRound(state, run, groups.length + 1, output);
    }
    case 'reduce': {
      const made = outputsOf(groups.slice(body.kind === 'reduce' ? body.rowFrom : 0));
      const [only, ...others] = made;
      if (others.length === 0) return decideDone(state, run, { output: only ?? '' });
      if (state.halt) return decideWithout(state, run, 'stopped', haltReason(state));
      return addBatches(state, run, node, made);
    }
    default:
      return decideDone(state, run, { output: newest?.output ?? '' });
  }
};
