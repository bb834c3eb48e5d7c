import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '../../../../../../core/graph/index.ts';
import { copyNodes, pasteNodes } from '../../../../../../renderer/state/graph/edit/copy-nodes.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a' },
    { id: 'b', prompt: 'See {{a.output}}', deps: ['a'] },
    { id: 'c', prompt: 'See {{b.output}}', deps: ['b'] },
    { id: 'use', kind: 'subgraph', graph: 'part', deps: ['c'] },
  ],
  graphs: { part: { nodes: [{ id: 'inner' }] }, unused: { nodes: [{ id: 'x' }] } },
});
const places = new Map([['b', { x: 100, y: 50 }]]);

describe('copyNodes', () => {
  it('is plain JSON with the graphs that are used, and places', () => {
    const text = copyNodes(graph, graph, new Set(['b', 'use']), places) ?? '';
    const data = JSON.parse(text);
    expect(data.nodes.map(({ id }: { id: string }) => id)).toEqual(['b', 'use']);
    expect(data.nodes[0].position).toEqual({ x: 100, y: 50 });
    expect(Object.keys(data.graphs)).toEqual(['part']);
  });

  it('is nothing where nothing is selected', () => {
    expect(copyNodes(graph, graph, new Set(['nobody']), places)).toBeUndefined();
  });
});

describe('pasteNodes', () => {
  it('gives ids of their own and keeps wires among the pasted and to who is there', () => {
    const text = copyNodes(graph, graph, new Set(['b', 'c']), places) ?? '';
    const pasted = pasteNodes(graph, graph, text, { x: 32, y: 32 });
    expect(pasted?.ids).toEqual(['b-2', 'c-2']);
    expect(pasted?.shown.nodes.slice(-2)).toMatchObject([
      { deps: ['a'], prompt: 'See {{a.output}}', position: { x: 132, y: 82 } },
      { deps: ['b-2'], prompt: 'See {{b-2.output}}' },
    ]);
  });

  it('brings the graphs along into another file, where wires to others are cut', () => {
    const { graph: other } = readGraph({ nodes: [{ id: 'z' }] });
    const text = copyNodes(graph, graph, new Set(['use']), places) ?? '';
    const pasted = pasteNodes(other, other, text, { x: 0, y: 0 });
    expect(pasted?.shown.nodes.at(-1)).toMatchObject({ id: 'use', deps: [] });
    expect(Object.keys(pasted?.file.graphs ?? {})).toEqual(['part']);
    expect(
      checkGraph({ ...(pasted?.shown ?? other), graphs: pasted?.file.graphs ?? {} }).filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
  });

  it('refuses what is no nodes', () => {
    for (const text of ['', 'hello', '{}', '[1]', '{"nodes":[]}', 'null']) {
      expect(pasteNodes(graph, graph, text, { x: 0, y: 0 })).toBeUndefined();
    }
  });
});
