import { describe, expect, it } from 'vitest';
import { checkGraph, type Graph, readGraph } from '../../../../../../core/graph/index.ts';
import { collapseNodes } from '../../../../../../renderer/state/graph/edit/collapse-nodes.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a', position: { x: 0, y: 0 } },
    { id: 'b', prompt: 'About {{a.output}}', deps: ['a'], position: { x: 100, y: 0 } },
    { id: 'c', prompt: 'Without a place', deps: ['a', 'b'], position: { x: 200, y: 100 } },
    { id: 'd', prompt: 'End {{c.output}}', deps: ['c'], position: { x: 300, y: 0 } },
  ],
});
const places = new Map(graph.nodes.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]));
const errorsOf = (one: Graph) => checkGraph(one).filter(({ severity }) => severity === 'error');

describe('collapseNodes', () => {
  it('puts nodes into a graph of their own, wired as they were', () => {
    const collapsed = collapseNodes(graph, graph, new Set(['b', 'c']), places);
    if (!collapsed.ok) throw new Error(collapsed.why);
    const whole = { ...collapsed.shown, graphs: collapsed.file.graphs };
    expect(errorsOf(whole)).toEqual([]);
    expect(whole.nodes.map(({ id }) => id)).toEqual(['a', 'part', 'd']);
    expect(whole.nodes[1]).toMatchObject({
      deps: ['a'],
      with: { a: '{{a.output}}' },
      position: { x: 150, y: 50 },
    });
    expect(whole.nodes[2]).toMatchObject({ deps: ['part'], prompt: 'End {{part.output}}' });
    expect(whole.graphs['part']).toMatchObject({ output: 'c', inputs: { a: '' } });
    expect(whole.graphs['part']?.nodes).toMatchObject([
      { prompt: 'About {{inputs.a}}', deps: [] },
      { prompt: 'Without a place\n\n{{inputs.a}}', deps: ['b'] },
    ]);
  });

  it('refuses two outputs, a way that leads out, and what comes back', () => {
    const two = readGraph({ nodes: [{ id: 'a' }, { id: 'b' }, { id: 'z', deps: ['a', 'b'] }] }).graph;
    expect(collapseNodes(two, two, new Set(['a', 'b']), new Map())).toMatchObject({ ok: false });
    const way = readGraph({
      nodes: [
        { id: 'a', kind: 'condition', test: { contains: 'x' } },
        { id: 'b', deps: [{ node: 'a', port: 'yes' }] },
      ],
    }).graph;
    expect(collapseNodes(way, way, new Set(['a']), new Map())).toMatchObject({ ok: false });
    expect(collapseNodes(graph, graph, new Set(['a', 'c']), places)).toMatchObject({ ok: false });
    const round = readGraph({
      nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }, { id: 'c', deps: ['b'] }],
    }).graph;
    expect(collapseNodes(round, round, new Set(['a', 'c']), new Map())).toMatchObject({
      ok: false,
      why: expect.stringContaining('comes back'),
    });
    expect(collapseNodes(graph, graph, new Set(), places)).toMatchObject({ ok: false });
  });
});
