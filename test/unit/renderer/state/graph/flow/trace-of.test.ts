import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { neighboursOf } from '../../../../../../renderer/state/graph/flow/graph-walk.ts';
import { traceOf } from '../../../../../../renderer/state/graph/flow/trace-of.ts';
import { wireId, wiresOf } from '../../../../../../renderer/state/graph/flow/wires.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'a' },
    { id: 'check', kind: 'condition', test: { contains: 'x' }, deps: ['a'] },
    { id: 'b' },
    { id: 'end', deps: [{ node: 'check', port: 'no' }, 'b'] },
    { id: 'other', deps: [{ node: 'check', port: 'yes' }] },
  ],
});
const trace = (nodes: readonly string[], wires: readonly string[] = []) =>
  traceOf(wiresOf(graph), neighboursOf(graph), { nodes: new Set(nodes), wires: new Set(wires) });

describe('traceOf', () => {
  it('follows a node back, along its wires and through the ports they begin at', () => {
    const { nodes, wires, ports } = trace(['end']);
    expect([...nodes].sort()).toEqual(['a', 'b', 'check', 'end']);
    expect(wires.has(wireId('check', 'other'))).toBe(false);
    expect(wires.size).toBe(3);
    expect([...(ports.get('check') ?? [])]).toEqual(['no']);
    expect(ports.has('end')).toBe(false);
  });

  it('follows only what comes through a wire', () => {
    const { nodes, wires } = trace([], [wireId('check', 'end')]);
    expect([...nodes].sort()).toEqual(['a', 'check', 'end']);
    expect([...wires].sort()).toEqual([wireId('a', 'check'), wireId('check', 'end')]);
  });
});
