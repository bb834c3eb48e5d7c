import { describe, expect, it } from 'vitest';
import { runTree, waysTo } from '../../../../../renderer/state/graph-run/run-tree.ts';
import { doneNode, nodeRun } from './node-run.ts';

const nodes = [
  doneNode('list', { micro_usd: 5 }),
  nodeRun('each', { status: 'running', micro_usd: 1, input_tokens: 1 }),
  doneNode('each[0]', { parent: 'each', micro_usd: 10, input_tokens: 20, output_tokens: 30 }),
  nodeRun('each[1]', { parent: 'each', status: 'failed', ended_at: 4 }),
  nodeRun('each[2]', { parent: 'each', status: 'running' }),
  nodeRun('each[2]/inner', { parent: 'each[2]', status: 'awaiting', micro_usd: 100 }),
];

describe('runTree', () => {
  it('knows who was added to whom', () => {
    const tree = runTree(nodes);
    expect(tree.roots.map(({ id }) => id)).toEqual(['list', 'each']);
    expect(tree.children.get('each')?.map(({ id }) => id)).toEqual(['each[0]', 'each[1]', 'each[2]']);
    expect(tree.children.get('each[2]')?.length).toBe(1);
  });

  it('adds up what a group came to, its own part and everything inside', () => {
    const { sums } = runTree(nodes);
    expect(sums.get('each')).toEqual({
      nodes: 4,
      ended: 2,
      failed: 1,
      running: 1,
      awaiting: 1,
      microUsd: 111,
      inputTokens: 21,
      outputTokens: 30,
    });
    expect(sums.get('list')).toBeUndefined();
    const unknown = runTree([nodeRun('a'), nodeRun('a[0]', { parent: 'a', micro_usd: null })]);
    expect(unknown.sums.get('a')?.microUsd).toBeNull();
  });

  it('takes a node whose parent nobody knows for one of the file', () => {
    expect(runTree([nodeRun('x', { parent: 'gone' })]).roots).toHaveLength(1);
  });

  it('tells the way to a node, from the outside', () => {
    const tree = runTree(nodes);
    expect(waysTo(tree, 'each[2]/inner').map(({ id }) => id)).toEqual(['each', 'each[2]']);
    expect(waysTo(tree, 'list')).toEqual([]);
    expect(waysTo(tree, 'nobody')).toEqual([]);
  });
});
