import { describe, expect, it } from 'vitest';
import { graphNameOf } from '../../../../../core/graph/checking/check-graphs.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { found, problemsOf } from './found-problems.ts';

const sub = (id: string, graph: string, bound: object = {}) => ({ id, kind: 'subgraph', graph, with: bound });

describe('checkUses', () => {
  it('finds graphs, inputs and outputs that are not there', () => {
    const value = {
      nodes: [
        sub('a', 'reviw'),
        sub('b', 'review', { text: 'x', texd: 'y' }),
        sub('c', 'review'),
        { id: 'd', kind: 'loop', graph: 'review', max: 2 },
        { id: 'e', kind: 'map', graph: null, over: '{{inputs.l}}', max_items: 2 },
      ],
      inputs: { l: '1' },
      output: 'z',
      graphs: { review: { inputs: { text: '', tone: 'kind' }, nodes: [{ id: 'x' }], output: 'y' } },
    };
    expect(found(value)).toEqual([
      ['unknown-graph', 'a'],
      ['unbound-variable', 'b'],
      ['unbound-variable', 'c'],
      ['unbound-variable', 'd'],
      ['missing-dependency', null],
      ['missing-dependency', null],
    ]);
    const [unknown, unused] = problemsOf(value);
    expect(unknown?.remedy).toBe('Did you mean "review"?');
    expect(unused).toMatchObject({ severity: 'warning', remedy: 'Did you mean "text"?' });
    const around = { ...value, nodes: value.nodes.slice(3), inputs: { l: '1', text: 'x' }, output: 'e' };
    expect(found(around)).toEqual([['missing-dependency', null]]);
  });
});

describe('checkNesting', () => {
  it('finds graphs that are in themselves', () => {
    const graphs = {
      a: { nodes: [{ id: 'x' }, sub('s', 'b')] },
      b: {
        nodes: [
          { id: 'm', kind: 'map', graph: 'a', over: 'l', max_items: 2 },
          { id: 'l', output: 'list' },
        ],
      },
      me: { nodes: [sub('s', 'me')] },
    };
    const problems = problemsOf({ nodes: [sub('s', 'a')], graphs });
    expect(problems.filter(({ code }) => code === 'recursive-graph')).toMatchObject([
      { node: 'a/s', message: 'These graphs use each other and would never end: a → b → a.' },
      { node: 'me/s', message: 'The graph "me" uses itself.' },
    ]);
  });

  it('finds graphs that are too deep in each other or too many, without putting them in their places', () => {
    const levels = (count: number, uses: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, level) => [
          `g${level}`,
          {
            nodes:
              level === count - 1
                ? [{ id: 'x' }]
                : Array.from({ length: uses }, (_, at) => sub(`s${at}`, `g${level + 1}`)),
          },
        ]),
      );
    const nodes = [sub('s', 'g0')];
    expect(found({ nodes, graphs: levels(20, 1) })).toEqual([]);
    expect(found({ nodes, graphs: levels(21, 1) })).toEqual([['too-large', null]]);
    expect(found({ nodes, graphs: levels(2_000, 2) })).toEqual([
      ['too-large', null],
      ['too-large', null],
    ]);
  });
});

describe('graphNameOf', () => {
  it('is the graph that a node uses', () => {
    const { graph } = readGraph({ nodes: [sub('a', 'g'), { id: 'b', kind: 'subgraph' }, { id: 'c' }] });
    expect(graph.nodes.map(graphNameOf)).toEqual(['g', null, null]);
  });
});
