import { describe, expect, it } from 'vitest';
import type { GraphProblem } from '../../../../../core/graph/graph-problem.ts';
import { readNode } from '../../../../../core/graph/reading/read-node.ts';

const read = (value: unknown) => {
  const problems: GraphProblem[] = [];
  const node = readNode(value, 3, problems);
  return { node, codes: problems.map(({ code, severity }) => `${severity} ${code}`), problems };
};

describe('readNode', () => {
  it('waits for what it goes over and what it judges', () => {
    expect(read({ id: 'm', kind: 'map', over: 'a', max_items: 2, deps: ['b'] }).node?.deps).toEqual([
      'b',
      'a',
    ]);
    expect(
      read({ id: 'c', kind: 'condition', input: '{{a.output}}', test: { empty: true } }).node?.deps,
    ).toEqual(['a']);
    expect(read({ id: 'm', kind: 'reduce', over: 'm' }).node?.deps).toEqual([]);
  });

  it('asks for bounds and for what a kind cannot do without', () => {
    expect(read({ id: 'l', kind: 'loop' }).codes).toEqual(['error no-bound']);
    expect(read({ id: 'm', kind: 'map', over: 'a' }).codes).toEqual(['warning no-bound']);
    expect(read({ id: 'm', kind: 'map' }).codes).toEqual(['error invalid-node', 'warning no-bound']);
    expect(read({ id: 'c', kind: 'condition' }).codes).toEqual(['error invalid-node']);
    expect(read({ id: 's', kind: 'subgraph' }).codes).toEqual(['error invalid-node']);
    expect(read({ id: 't', kind: 'tool' }).codes).toEqual(['error invalid-node']);
  });

  it('holds a kind that nobody knows as a note with all of its keys', () => {
    const value = { id: 'x', kind: 'teleport', prompt: 'p', deps: ['a'], retries: 3 };
    const { node, codes } = read(value);
    expect(node).toMatchObject({ id: 'x', kind: 'note', prompt: 'p', deps: ['a'], extra: value });
    expect(codes).toEqual(['error unknown-kind']);
    expect(read({ id: 'x', kind: null }).node?.kind).toBe('task');
  });

  it('names the place of what has no id', () => {
    expect(read([]).problems[0]?.message).toBe('The node at place 3 is no object.');
    expect(read({ id: '' }).problems[0]?.message).toBe('The node at place 3 has no usable id.');
    expect(read({ id: '' }).node).toBeUndefined();
  });

  it('takes an empty value for an absent one', () => {
    expect(read({ id: 'a', prompt: null, agent: null, pinned: null, deps: null })).toMatchObject({
      codes: [],
      node: { prompt: 'a', agent: 'Planner', pinned: undefined, extra: {} },
    });
  });
});
