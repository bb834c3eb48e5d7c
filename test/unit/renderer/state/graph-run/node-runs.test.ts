import { describe, expect, it } from 'vitest';
import { createNodeRuns } from '../../../../../renderer/state/graph-run/node-runs.ts';
import { nodeRun } from './node-run.ts';

describe('createNodeRuns', () => {
  it('tells a reader of its own node only, and only when it has changed', () => {
    const runs = createNodeRuns();
    const [a, b] = [nodeRun('a'), nodeRun('b')];
    runs.take({ nodes: [a, b] });
    let heard = 0;
    const stop = runs.subscribe('a', () => {
      heard += 1;
    });
    runs.take({ nodes: [a, nodeRun('b', { status: 'running' })] });
    expect(heard).toBe(0);
    expect(runs.get('b')?.status).toBe('running');
    runs.take({ nodes: [nodeRun('a', { status: 'done' }), b] });
    expect(heard).toBe(1);
    stop();
    runs.take({ nodes: [a, b] });
    expect(heard).toBe(1);
  });

  it('knows nodes that come later', () => {
    const runs = createNodeRuns();
    let heard = 0;
    runs.subscribe('late', () => {
      heard += 1;
    });
    runs.take({ nodes: [nodeRun('a')] });
    expect(runs.get('late')).toBeUndefined();
    runs.take({ nodes: [nodeRun('a'), nodeRun('late')] });
    expect([heard, runs.get('late')?.id]).toEqual([1, 'late']);
  });
});
