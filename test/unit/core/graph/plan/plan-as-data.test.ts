import { describe, expect, it } from 'vitest';
import { graphAsData, readGraph } from '../../../../../core/graph/index.ts';
import { planAsData } from '../../../../../core/graph/plan/plan-as-data.ts';

const delegation = { agents: ['Athena', 'Critic'], planner: 'Planner', reviewer: null, rounds: 3 };

describe('planAsData', () => {
  it('is the plain form, with what nodes that delegate need', () => {
    const data = planAsData(
      {
        name: 'Move',
        nodes: [
          { id: 'a', kind: 'task', title: 'A', prompt: 'x', agent: 'Athena', deps: [], output: 'json' },
          { id: 'b', kind: 'delegate', title: null, prompt: 'y', agent: null, deps: ['a'], output: 'text' },
        ],
      },
      delegation,
    );
    expect(data).toEqual({
      name: 'Move',
      nodes: [
        { id: 'a', title: 'A', prompt: 'x', agent: 'Athena', output: 'json' },
        {
          id: 'b',
          kind: 'delegate',
          deps: ['a'],
          prompt: 'y',
          agents: ['Athena', 'Critic'],
          planner: 'Planner',
          rounds: 3,
        },
      ],
    });
    const { graph, problems } = readGraph(data);
    expect(problems).toEqual([]);
    expect(graph.nodes.map(({ kind }) => kind)).toEqual(['task', 'delegate']);
    expect(readGraph(graphAsData(graph)).graph).toEqual(graph);
  });
});
