import { describe, expect, it } from 'vitest';
import { agentsOf } from '../../../../../core/graph/checking/check-workers.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { found, problemsOf } from './found-problems.ts';

const nodes = [
  { id: 'a', agent: 'Atena', fallback: 'Critc' },
  { id: 'b', kind: 'delegate', agents: ['Athena', 'Nobody'], planner: 'Planner', reviewer: 'X' },
  { id: 'c', kind: 'session', session: { mode: 'debate', agents: ['Athena', 'Zeus', 4] } },
  { id: 'd', kind: 'map', over: '{{inputs.l}}', graph: 'g', agent: 'Ignored', max_items: 2 },
  { id: 'e', kind: 'tool', tool: 'search' },
  { id: 'f', kind: 'tool', tool: 'search', disabled: true },
  { id: 'g', kind: 'loop', max: 2, until: { matches: '(' } },
];
const value = { nodes, inputs: { l: '1' }, graphs: { g: { nodes: [{ id: 'x', agent: 'Who' }] } } };

describe('checkWorkers', () => {
  it('finds agents that do not exist, tools and patterns that cannot be used', () => {
    expect(found(value, ['Athena', 'Critic', 'Planner'])).toEqual([
      ['unknown-agent', 'a'],
      ['unknown-agent', 'a'],
      ['unknown-agent', 'b'],
      ['unknown-agent', 'b'],
      ['unknown-agent', 'c'],
      ['tools-not-built', 'e'],
      ['invalid-test', 'g'],
      ['unknown-agent', 'g/x'],
    ]);
    expect(problemsOf(value, ['Athena'])[0]?.remedy).toBe('Did you mean "Athena"?');
    expect(found(value)).toEqual([
      ['tools-not-built', 'e'],
      ['invalid-test', 'g'],
    ]);
  });
});

describe('agentsOf', () => {
  it('names everybody once', () => {
    const { graph } = readGraph({
      nodes: [
        { id: 'a', agent: 'X', fallback: 'X' },
        { id: 'n', kind: 'note' },
      ],
    });
    expect(graph.nodes.map(agentsOf)).toEqual([['X'], []]);
  });
});
