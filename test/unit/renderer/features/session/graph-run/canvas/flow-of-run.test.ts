import { describe, expect, it } from 'vitest';
import {
  runFlowNodes,
  runFlowWires,
} from '../../../../../../../renderer/features/session/graph-run/canvas/flow-of-run.ts';
import { runShape } from '../../../../../../../renderer/features/session/graph-run/canvas/run-shape.ts';
import { runTree } from '../../../../../../../renderer/state/index.ts';
import { doneNode, nodeRun } from '../../../../state/graph-run/node-run.ts';

const place = { x: 0, y: 0, width: 240, height: 104 };
const inputOf = (nodes: Parameters<typeof runTree>[0], selectedId: string | null = null) => {
  const tree = runTree(nodes);
  const shape = runShape(tree, new Set(), () => undefined);
  const placed = new Map(shape.nodes.map(({ id }) => [id, place]));
  return { shape, placed, tree, selectedId, pausedAt: null, critical: null, criticalClass: 'critical' };
};
const nodes = [nodeRun('a'), nodeRun('b', { deps: ['a'] }), nodeRun('c', { kind: 'condition', deps: ['b'] })];

describe('runFlowNodes', () => {
  it('keeps the object of a card of which nothing has changed', () => {
    const first = runFlowNodes(inputOf(nodes), new Map());
    const second = runFlowNodes(inputOf([doneNode('a'), ...nodes.slice(1)], 'b'), first);
    expect(second.get('a')).toBe(first.get('a'));
    expect(second.get('b')).not.toBe(first.get('b'));
    expect(second.get('b')?.selected).toBe(true);
  });

  it('gives a card a new sum, a breakpoint and the critical path when they come', () => {
    const first = runFlowNodes(inputOf(nodes), new Map());
    const grown = runFlowNodes(inputOf([...nodes, nodeRun('a[0]', { parent: 'a' })]), first);
    expect(grown.get('a')?.data.sum?.nodes).toBe(1);
    const paused = runFlowNodes({ ...inputOf(nodes), pausedAt: 'b' }, first);
    expect(paused.get('b')?.data.stopsHere).toBe(true);
    const critical = { nodes: ['a', 'b'], lasted: 1, worked: 1 };
    const path = runFlowNodes({ ...inputOf(nodes), critical }, first);
    expect([...path.values()].map(({ className }) => className)).toEqual(['critical', 'critical', undefined]);
  });

  it('has a port for each way that a node can go', () => {
    const flow = runFlowNodes(inputOf(nodes), new Map());
    expect(flow.get('c')?.data.outputs.map(({ id }) => id)).toEqual(['yes', 'no', 'out']);
    expect(flow.get('a')?.data.outputs).toHaveLength(1);
  });
});

describe('runFlowWires', () => {
  it('marks the steps of the critical path and no others', () => {
    const { shape } = inputOf([...nodes, nodeRun('d', { deps: ['a'] })]);
    const wires = runFlowWires(shape, { nodes: ['a', 'b', 'c'], lasted: 1, worked: 1 });
    expect(wires.map(({ target, data }) => [target, data?.tone])).toEqual([
      ['b', 'critical'],
      ['c', 'critical'],
      ['d', undefined],
    ]);
  });
});
