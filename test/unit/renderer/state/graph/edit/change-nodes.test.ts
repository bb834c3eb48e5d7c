import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import {
  addNodes,
  changeNode,
  connect,
  disconnect,
  moveNodes,
  removeNodes,
} from '../../../../../../renderer/state/graph/edit/change-nodes.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'list', output: 'list' },
    { id: 'check', kind: 'condition', test: { contains: 'x' }, deps: ['list'] },
    { id: 'each', kind: 'map', prompt: '{{item}}' },
    { id: 'end', deps: [{ node: 'check', port: 'yes' }, 'list'] },
    { id: 'box', kind: 'frame', nodes: ['list', 'end'] },
  ],
});
const node = (of: typeof graph, id: string) => of.nodes.find((one) => one.id === id);

describe('edits of nodes', () => {
  it('change one node and leave the others the very objects that they were', () => {
    const next = changeNode(graph, 'end', (before) => ({ ...before, title: 'End' }));
    expect(node(next, 'end')?.title).toBe('End');
    expect(node(next, 'list')).toBe(node(graph, 'list'));
    expect(changeNode(graph, 'end', (before) => before)).toBe(graph);
  });

  it('move nodes, and nothing where they stand already', () => {
    const moved = moveNodes(graph, new Map([['list', { x: 8, y: 16 }]]));
    expect(node(moved, 'list')?.position).toEqual({ x: 8, y: 16 });
    expect(moveNodes(moved, new Map([['list', { x: 8, y: 16 }]]))).toBe(moved);
  });

  it('connect by a way, by another one, and by either', () => {
    const other = connect(graph, 'check', 'end', 'no');
    expect(node(other, 'end')).toMatchObject({ deps: ['check', 'list'], ports: { check: 'no' } });
    expect(node(connect(other, 'check', 'end', null), 'end')?.ports).toEqual({});
  });

  it('give a map its list with its first wire', () => {
    const wired = connect(graph, 'list', 'each', null);
    expect(node(wired, 'each')).toMatchObject({ deps: ['list'], over: 'list' });
    const apart = disconnect(wired, [{ from: 'list', to: 'each' }]);
    expect(node(apart, 'each')).toMatchObject({ deps: [], over: '' });
  });

  it('disconnect several at once', () => {
    const apart = disconnect(graph, [
      { from: 'check', to: 'end' },
      { from: 'list', to: 'check' },
    ]);
    expect(node(apart, 'end')).toMatchObject({ deps: ['list'], ports: {} });
    expect(node(apart, 'check')?.deps).toEqual([]);
    expect(disconnect(graph, [{ from: 'nobody', to: 'end' }])).toBe(graph);
  });

  it('remove nodes with every wire to them and out of their frames', () => {
    const rest = removeNodes({ ...graph, output: 'list' }, new Set(['list']));
    expect(rest.nodes.map(({ id }) => id)).toEqual(['check', 'each', 'end', 'box']);
    expect(node(rest, 'end')?.deps).toEqual(['check']);
    expect(node(rest, 'box')).toMatchObject({ nodes: ['end'] });
    expect(rest.output).toBeNull();
    expect(removeNodes(graph, new Set(['nobody']))).toBe(graph);
  });

  it('add nothing as nothing', () => {
    expect(addNodes(graph, [])).toBe(graph);
    expect(addNodes(graph, graph.nodes.slice(0, 1)).nodes).toHaveLength(6);
  });
});
