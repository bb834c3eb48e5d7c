import type { EventData, EventDraft } from '../../../../../../../core/contract/index.ts';
import { chanceBits } from '../../../../../../../core/effects/index.ts';
import { createdWorkflow } from '../../../../../../support/workflow-run.ts';
import type { Answer, Script } from '../drive-workflow.ts';

/** A delegation of which everything that can be chosen is chosen by a seed. */
export interface RandomTeam {
  readonly created: EventData<'session-created'>;
  readonly script: Script;
  readonly bounds: { readonly rounds: number; readonly maxNodes: number; readonly maxDepth: number };
}

/** A number below `most` that is the same for the same words. */
const draw = (seed: number, most: number, ...words: readonly (string | number)[]): number =>
  chanceBits(seed, ...words) % most;

export const randomTeam = (seed: number): RandomTeam => {
  const bounds = {
    rounds: draw(seed, 4, 'rounds'),
    maxNodes: 1 + draw(seed, 5, 'nodes'),
    maxDepth: 1 + draw(seed, 3, 'depth'),
  };
  const faults = draw(seed, 3, 'faults') * 8;
  const graph = {
    nodes: [
      { id: 'before', prompt: 'Look.' },
      {
        id: 'team',
        kind: 'delegate',
        deps: ['before'],
        prompt: 'Do it.',
        agents: ['Athena', 'Apollo'],
        planner: 'Moderator',
        ...(draw(seed, 3, 'reviewer') > 0 && { reviewer: 'Synthesizer' }),
        rounds: bounds.rounds,
      },
      { id: 'beside', prompt: 'Look elsewhere.' },
      { id: 'after', deps: ['team', 'beside'], prompt: 'Sum up.' },
    ],
  };
  const approve = draw(seed, 2, 'approve') === 0 ? 'ask' : 'auto';
  const created = createdWorkflow(graph, {
    parallel: { total: 1 + draw(seed, 3, 'parallel') },
    on_failure: draw(seed, 2, 'failure') === 0 ? 'stop' : 'continue',
    delegation: { max_nodes: bounds.maxNodes, max_depth: bounds.maxDepth, approve },
  });
  const isStruck = (...words: readonly (string | number)[]) => draw(seed, 100, 'fault', ...words) < faults;
  let known: readonly string[] = ['before', 'team', 'after'];
  return {
    created,
    bounds,
    script: {
      seed,
      say: ({ turnKind, work }, attempt): Answer => {
        const node = work?.node ?? '';
        known = [...known, node];
        if (isStruck(node, attempt))
          return { fails: draw(seed, 4, node) === 0 ? 'budget/exceeded' : 'provider/server' };
        if (turnKind === 'plan') return { content: planFor(seed, node, attempt, bounds.maxNodes) };
        const decision =
          draw(seed, 3, node) === 0 ? null : draw(seed, 2, node, 'decision') === 0 ? 'accept' : 'revise';
        return turnKind === 'review' ? { content: 'A review.', decision } : { content: `${node} is done.` };
      },
      plan: ({ node, revision }) => ({ approved: draw(seed, 4, node, revision) > 0, note: '' }),
      inputs: (step) => inputsAt(seed, step, known),
    },
  };
};

/** Mostly a plan; now and then none, one with a circle, or one with too many tasks. */
const planFor = (seed: number, node: string, attempt: number, maxNodes: number): string => {
  const fault = draw(seed, 12, node, attempt, 'plan');
  if (fault === 0) return 'I would rather not.';
  const count = fault === 1 ? maxNodes + 1 : 1 + draw(seed, maxNodes, node, 'count');
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    prompt: `Do part ${index}.`,
    agent: draw(seed, 2, node, index) === 0 ? 'Athena' : 'Apollo',
    ...(draw(seed, 4, node, index, 'kind') === 0 && { kind: 'delegate' }),
    deps: Array.from({ length: index }, (__, dep) => `t${dep}`).filter(
      (dep) => draw(seed, 2, node, index, dep) === 0,
    ),
  }));
  if (fault === 2 && nodes.length > 1) nodes[0]?.deps.push(`t${count - 1}`, 't1');
  return JSON.stringify({ nodes });
};

/** A stop in some runs, and now and then somebody passes over a node. */
const inputsAt = (seed: number, step: number, known: readonly string[]): readonly EventDraft[] => {
  if (draw(seed, 400, 'stop', step) === 0) {
    return [{ type: 'stop-requested', data: { by: 'user', synthesis: false } }];
  }
  if (draw(seed, 60, 'skip', step) > 0) return [];
  const node = known[draw(seed, known.length, 'skipped', step)] as string;
  return [{ type: 'node-skipped', data: { by: 'user', node } }];
};
