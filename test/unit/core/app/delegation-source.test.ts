import { describe, expect, it } from 'vitest';
import { delegationSource } from '../../../../core/app/delegation-source.ts';
import { readGraph } from '../../../../core/graph/index.ts';

const nodesOf = (changes: Partial<Parameters<typeof delegationSource>[0]> = {}) => {
  const { source, inputs } = delegationSource({ topic: 'Move {{us}}', agents: ['Athena'], ...changes });
  expect(inputs).toEqual({ goal: 'Move {{us}}' });
  return readGraph(source.data).graph.nodes;
};

describe('delegationSource', () => {
  it('fills what a specification leaves out with shipped agents', () => {
    expect(nodesOf()).toMatchObject([
      { agents: ['Athena'], planner: 'Planner', reviewer: 'Critic', rounds: 2 },
      { agent: 'Synthesizer' },
    ]);
  });

  it('takes planner, judge, synthesizer and rounds from it', () => {
    const nodes = nodesOf({ planner: 'Apollo', judge: 'Judge', synthesizer: 'Hermes', max_rounds: 99 });
    expect(nodes).toMatchObject([{ planner: 'Apollo', reviewer: 'Judge', rounds: 10 }, { agent: 'Hermes' }]);
  });
});
