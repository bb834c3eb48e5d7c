import { describe, expect, it } from 'vitest';
import { runLevels } from '../../../../../../renderer/features/session/graph-run/run-levels.ts';
import { nodeRun } from '../../../state/graph-run/node-run.ts';

const levelsOf = (nodes: Parameters<typeof runLevels>[0]) =>
  runLevels(nodes).map(({ nodes: some }) => some.map(({ id }) => id));

describe('runLevels', () => {
  it('is the longest way from a start', () => {
    const nodes = [
      nodeRun('d', { deps: ['b', 'a'] }),
      nodeRun('a'),
      nodeRun('b', { deps: ['a'] }),
      nodeRun('c', { deps: ['gone', 'c'] }),
    ];
    expect(levelsOf(nodes)).toEqual([['a', 'c'], ['b'], ['d']]);
  });

  it('ends for a circle, and for a chain of ten thousand', () => {
    expect(levelsOf([nodeRun('a', { deps: ['b'] }), nodeRun('b', { deps: ['a'] })])).toEqual([['a', 'b']]);
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      nodeRun(`n${index}`, { deps: index === 0 ? [] : [`n${index - 1}`] }),
    );
    expect(levelsOf(chain)).toHaveLength(10_000);
    expect(levelsOf([])).toEqual([]);
  });
});
