import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '../../../../../../core/graph/index.ts';
import { collapseNodes } from '../../../../../../renderer/state/graph/edit/collapse-nodes.ts';
import { expandNode } from '../../../../../../renderer/state/graph/edit/expand-node.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a', position: { x: 0, y: 0 } },
    { id: 'b', prompt: 'About {{a.output}}', deps: ['a'], position: { x: 100, y: 0 } },
    { id: 'c', prompt: 'Then {{b.output}}', deps: ['b'], position: { x: 200, y: 100 } },
    { id: 'd', prompt: 'End {{c.output}}', deps: ['c'], position: { x: 300, y: 0 } },
  ],
});
const places = new Map(graph.nodes.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]));

describe('expandNode', () => {
  it('takes a collapse back: nodes, wires, prompts and places', () => {
    const collapsed = collapseNodes(graph, graph, new Set(['b', 'c']), places);
    if (!collapsed.ok) throw new Error(collapsed.why);
    const file = { ...collapsed.shown, graphs: collapsed.file.graphs };
    const around = new Map(file.nodes.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]));
    const expanded = expandNode(file, file, 'part', around);
    expect(expanded?.ids).toEqual(['b', 'c']);
    expect(expanded?.shown.nodes).toEqual(graph.nodes);
  });

  it('gives fresh ids where they are taken, and defaults where an input is not bound', () => {
    const { graph: file } = readGraph({
      nodes: [{ id: 'b' }, { id: 'use', kind: 'subgraph', graph: 'g', deps: ['b'] }],
      graphs: { g: { inputs: { tone: 'calm' }, nodes: [{ id: 'b', prompt: 'Be {{inputs.tone}}' }] } },
    });
    const expanded = expandNode(file, file, 'use', new Map());
    expect(expanded?.ids).toEqual(['b-2']);
    expect(expanded?.shown.nodes.at(-1)).toMatchObject({ prompt: 'Be calm', deps: ['b'] });
    expect(
      checkGraph({ ...(expanded?.shown ?? file) }).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('has nothing to expand in a task, or in a graph that is not there', () => {
    expect(expandNode(graph, graph, 'a', places)).toBeUndefined();
    const { graph: lost } = readGraph({ nodes: [{ id: 'use', kind: 'subgraph', graph: 'gone' }] });
    expect(expandNode(lost, lost, 'use', new Map())).toBeUndefined();
  });
});
