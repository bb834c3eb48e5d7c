import { describe, expect, it } from 'vitest';
import { graphCast } from '../../../../core/app/graph-cast.ts';
import { readGraph } from '../../../../core/graph/index.ts';

const cast = (nodes: readonly object[], graphs: object = {}) => graphCast(readGraph({ nodes, graphs }).graph);

describe('graphCast', () => {
  it('names everybody who has work, fallbacks, planners and reviewers too, each once', () => {
    const nodes = [
      { id: 'a', agent: 'Athena', fallback: 'Apollo' },
      { id: 'b', agent: 'Athena' },
      { id: 'd', kind: 'delegate', prompt: 'p', agents: ['Hermes'], planner: 'Planner', reviewer: 'Critic' },
      { id: 'n', kind: 'note', prompt: 'x' },
      { id: 'ok', kind: 'approval', prompt: 'Fine?', deps: ['a'] },
    ];
    expect(cast(nodes)).toEqual(['Athena', 'Apollo', 'Planner', 'Hermes', 'Critic']);
  });

  it('takes the agents of a body of several nodes from that body', () => {
    const nodes = [
      { id: 'a', agent: 'Athena', output: 'list' },
      { id: 'm', kind: 'map', over: 'a', graph: 'body' },
    ];
    expect(cast(nodes, { body: { nodes: [{ id: 'x', agent: 'Skeptic' }] } })).toEqual(['Athena', 'Skeptic']);
  });
});
