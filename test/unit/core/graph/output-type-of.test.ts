import { describe, expect, it } from 'vitest';
import { nodeKind } from '../../../../core/contract/index.ts';
import { outputTypeOf, portsOf } from '../../../../core/graph/output-type-of.ts';
import { readGraph } from '../../../../core/graph/reading/read-graph.ts';

const nodes = readGraph({ nodes: nodeKind.options.map((kind) => ({ id: kind, kind })) }).graph.nodes;

describe('outputTypeOf, portsOf', () => {
  it('say of every kind what it gives and which ways it can go', () => {
    expect(Object.fromEntries(nodes.map((node) => [node.kind, outputTypeOf(node)]))).toEqual({
      task: 'text',
      session: 'text',
      condition: 'branch',
      map: 'list',
      reduce: 'text',
      loop: 'text',
      approval: 'text',
      tool: 'json',
      delegate: 'text',
      subgraph: 'text',
      note: null,
      frame: null,
    });
    expect(nodes.filter((node) => portsOf(node).length > 0).map(portsOf)).toEqual([
      ['yes', 'no'],
      ['approved', 'rejected'],
    ]);
  });
});
