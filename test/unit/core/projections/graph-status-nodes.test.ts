import { describe, expect, it } from 'vitest';
import { plainNodes, waitingNode } from '../../../../core/projections/graph-status-nodes.ts';

describe('plainNodes', () => {
  it('reads what a node is, with its defaults', () => {
    expect(
      plainNodes({
        nodes: [
          { id: 'a', agent: 'Athena@1.2.0', title: 'First' },
          { id: 'b', kind: 'map', over: 'a', deps: ['a', { node: 'c', port: 'no' }], title: '' },
        ],
      }),
    ).toEqual([
      { id: 'a', kind: 'task', title: 'First', parent: null, deps: [], agent: 'Athena' },
      { id: 'b', kind: 'map', title: 'b', parent: null, deps: ['a', 'c'], agent: null },
    ]);
  });

  it('leaves out what never runs and what cannot be read, and takes an unknown kind for a task', () => {
    const nodes = [
      { id: 'n', kind: 'note' },
      { id: 'f', kind: 'frame' },
      null,
      'x',
      { kind: 'task' },
      { id: 7 },
      { id: 'new', kind: 'teleport', deps: 'a' },
    ];
    expect(plainNodes({ nodes }).map(({ id, kind, deps }) => [id, kind, deps])).toEqual([
      ['new', 'task', []],
    ]);
    expect(plainNodes({ nodes: { a: 1 } })).toEqual([]);
    expect(plainNodes({})).toEqual([]);
  });
});

describe('waitingNode', () => {
  it('has cost nothing and said nothing', () => {
    const facts = { id: 'a', kind: 'task', title: 'a', parent: null, deps: [], agent: null } as const;
    expect(waitingNode({ ...facts, deps: [] })).toMatchObject({
      status: 'waiting',
      micro_usd: 0,
      excerpt: '',
    });
  });
});
