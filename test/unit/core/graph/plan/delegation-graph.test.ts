import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '../../../../../core/graph/index.ts';
import { delegationGraph, planOnlyGraph } from '../../../../../core/graph/plan/delegation-graph.ts';

const delegation = {
  agents: ['Athena@1.0.0', 'Apollo'],
  planner: 'Planner',
  reviewer: 'Critic',
  rounds: 2,
  synthesizer: 'Synthesizer',
};
const agents = ['Athena@1.0.0', 'Apollo', 'Planner', 'Critic', 'Synthesizer'];
const read = (data: unknown) => {
  const { graph, problems } = readGraph(data);
  expect([...problems, ...checkGraph(graph, { agents })]).toEqual([]);
  return graph;
};

describe('delegationGraph', () => {
  it('is the work of a team and a synthesis of it, in order', () => {
    const { nodes, inputs } = read(delegationGraph(delegation));
    expect(nodes).toMatchObject([
      { kind: 'delegate', agents: delegation.agents, planner: 'Planner', reviewer: 'Critic', rounds: 2 },
      { kind: 'task', agent: 'Synthesizer', deps: [nodes[0]?.id] },
    ]);
    expect(inputs).toEqual({ goal: '' });
  });

  it('has nobody review where nobody is to', () => {
    expect(read(delegationGraph({ ...delegation, reviewer: null })).nodes[0]).toMatchObject({
      reviewer: null,
    });
  });
});

describe('planOnlyGraph', () => {
  it('carries nothing out', () => {
    expect(read(planOnlyGraph(delegation)).nodes).toMatchObject([
      { kind: 'delegate', rounds: 0, reviewer: null },
    ]);
  });
});
