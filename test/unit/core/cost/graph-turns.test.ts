import { describe, expect, it } from 'vitest';
import type { WorkflowRun } from '../../../../core/contract/index.ts';
import { graphTurns } from '../../../../core/cost/graph-turns.ts';
import { workflowOf } from '../../../support/workflow-run.ts';

const run = (graph: WorkflowRun['graph'], change: Partial<WorkflowRun> = {}) =>
  workflowOf(graph, { delegation: { max_nodes: 12, max_depth: 1, approve: 'auto' }, ...change });
const timesOf = (node: Record<string, unknown>, graphs = {}) =>
  graphTurns(run({ nodes: [{ id: 'a', prompt: 'x', agent: 'Athena', ...node }], graphs })).map(
    ({ agent, low, high }) => [agent, low, high],
  );

describe('graphTurns', () => {
  it('counts a task once, and each further attempt at worst', () => {
    expect(timesOf({})).toEqual([['Athena', 1, 1]]);
    expect(timesOf({ retries: 2, fallback: 'Apollo' })).toEqual([['Athena', 1, 4]]);
    expect(timesOf({ agent: undefined })).toEqual([['Planner', 1, 1]]);
  });

  it('counts items, rounds and steps of a reduction by their bounds', () => {
    expect(timesOf({ kind: 'map', max_items: 7 })).toEqual([['Athena', 1, 7]]);
    expect(timesOf({ kind: 'loop', max: 5 })).toEqual([['Athena', 1, 5]]);
    expect(timesOf({ kind: 'reduce' })).toEqual([['Athena', 1, 1]]);
    expect(timesOf({ kind: 'reduce', batch: 10 })).toEqual([['Athena', 1, 11]]);
  });

  it('counts the nodes of a body as often as it runs', () => {
    const graphs = {
      inner: {
        nodes: [
          { id: 'i', agent: 'Hermes' },
          { id: 'j', agent: 'Critic', retries: 1 },
        ],
      },
    };
    expect(timesOf({ kind: 'map', max_items: 3, graph: 'inner' }, graphs)).toEqual([
      ['Hermes', 1, 3],
      ['Critic', 1, 6],
    ]);
  });

  it('does not follow a body that uses itself without an end', () => {
    const graphs = { inner: { nodes: [{ id: 'i', kind: 'loop', max: 2, graph: 'inner' }] } };
    expect(timesOf({ kind: 'loop', max: 2, graph: 'inner' }, graphs)).toHaveLength(1);
  });

  it('counts what has no agent, is given or stands behind a way as nothing, at least', () => {
    expect(timesOf({ kind: 'condition' })).toEqual([]);
    expect(timesOf({ deps: [{ node: 'check', port: 'yes' }] })).toEqual([['Athena', 0, 1]]);
    const given = { a: { output: 'x', source: 'pinned' as const, session_id: null, branch: null } };
    expect(graphTurns(run({ nodes: [{ id: 'a' }] }, { given }))).toEqual([]);
  });

  it('counts sessions by agents and rounds, and plans by their bounds', () => {
    const session = { agents: ['Athena@1.0.0', 'Apollo@1.0.0'], max_rounds: 2 };
    expect(timesOf({ kind: 'session', session })).toEqual([
      ['Athena@1.0.0', 1, 3],
      ['Apollo@1.0.0', 1, 3],
    ]);
    expect(
      timesOf({ kind: 'delegate', agents: ['Athena', 'Apollo'], planner: 'Planner', rounds: 2 }),
    ).toEqual([
      ['Planner', 1, 4],
      ['Athena', 1, 12],
      ['Apollo', 0, 12],
      ['Critic', 1, 2],
    ]);
  });
});
