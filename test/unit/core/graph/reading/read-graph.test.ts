import { describe, expect, it } from 'vitest';
import { MAX_NODES } from '../../../../../core/graph/reading/limits.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

const codes = (value: unknown) => readGraph(value).problems.map(({ code, node }) => [code, node]);

describe('readGraph', () => {
  it('fills in what the plain form leaves out', () => {
    const { graph, problems } = readGraph({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a', 'a'] }] });
    expect(problems).toEqual([]);
    const task = {
      kind: 'task',
      title: null,
      agent: 'Planner',
      fallback: null,
      retries: 0,
      backoffS: 1,
      timeoutS: null,
      budget: null,
      output: 'text',
      position: null,
      disabled: false,
      breakpoint: false,
      pinned: undefined,
      ports: {},
      extra: {},
    };
    expect(graph.nodes).toEqual([
      { ...task, id: 'a', prompt: 'a', deps: [] },
      { ...task, id: 'b', prompt: 'b', deps: ['a'] },
    ]);
  });

  it('keeps the keys that it does not know', () => {
    const { graph } = readGraph({ source: 'x', nodes: [{ id: 'a', runtime_s: 3, type: 'agent' }] });
    expect(graph.extra).toEqual({ source: 'x' });
    expect(graph.nodes[0]?.extra).toEqual({ runtime_s: 3, type: 'agent' });
  });

  it('names every problem of shape at once, and reads what it can', () => {
    const value = {
      name: 7,
      nodes: [
        'a',
        { prompt: 'no id' },
        { id: 'k', kind: 'teleport' },
        { id: 'p', prompt: 5, agent: '', title: [], deps: 'k' },
        { id: 'q', deps: ['k', 4] },
      ],
    };
    expect(codes(value)).toEqual([
      ['invalid-graph', null],
      ['invalid-node', null],
      ['invalid-node', null],
      ['unknown-kind', 'k'],
      ['invalid-node', 'p'],
      ['invalid-node', 'p'],
      ['invalid-node', 'p'],
      ['invalid-node', 'p'],
      ['invalid-node', 'q'],
    ]);
    expect(readGraph(value).graph.nodes.map(({ id, deps }) => [id, deps])).toEqual([
      ['k', []],
      ['p', []],
      ['q', ['k']],
    ]);
  });

  it.each([null, 4, [], {}, { nodes: {} }, { nodes: [] }])('refuses %j as no graph', (value) => {
    expect(codes(value)).toEqual([['invalid-graph', null]]);
  });

  it('refuses a million nodes by number', () => {
    const { graph, problems } = readGraph({
      nodes: Array.from({ length: 1_000_000 }, (_, index) => ({ id: `n${index}` })),
    });
    expect(problems).toMatchObject([{ code: 'too-large', message: expect.stringContaining('1000000') }]);
    expect(graph.nodes).toHaveLength(MAX_NODES);
  });
});
