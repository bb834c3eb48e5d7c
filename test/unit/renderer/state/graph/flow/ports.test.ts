import { describe, expect, it } from 'vitest';
import { type GraphNode, readGraph } from '../../../../../../core/graph/index.ts';
import { fits, inputPortsOf, outputPortsOf } from '../../../../../../renderer/state/graph/flow/ports.ts';

const nodeOf = (id: string, data: Record<string, unknown> = {}) =>
  readGraph({ nodes: [{ id, ...data }] }).graph.nodes[0] as GraphNode;
const task = nodeOf('task');
const check = nodeOf('check', { kind: 'condition', test: { contains: 'x' } });
const each = nodeOf('each', { kind: 'map', prompt: '{{item}}', over: 'task' });
const note = nodeOf('note', { kind: 'note' });

describe('ports', () => {
  it('are one on each side, one for each way, and none of a note', () => {
    expect(inputPortsOf(task)).toMatchObject([{ type: 'any' }]);
    expect(inputPortsOf(each)).toMatchObject([{ type: 'list' }]);
    expect(outputPortsOf(task)).toMatchObject([{ id: 'out', type: 'text' }]);
    expect(outputPortsOf(check)).toMatchObject([{ id: 'yes' }, { id: 'no' }, { id: 'out', quiet: true }]);
    expect([inputPortsOf(note), outputPortsOf(note)]).toEqual([[], []]);
  });
});

describe('fits', () => {
  it('lets everything through but ways into lists, itself, and what is only drawn', () => {
    expect(fits(task, each)).toBe(true);
    expect(fits(check, task)).toBe(true);
    expect(fits(check, each)).toBe(false);
    expect(fits(task, task)).toBe(false);
    expect(fits(task, note)).toBe(false);
    expect(fits(note, task)).toBe(false);
  });
});
