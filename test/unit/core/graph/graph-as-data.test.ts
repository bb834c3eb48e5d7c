import { describe, expect, it } from 'vitest';
import { graphAsData } from '../../../../core/graph/graph-as-data.ts';
import { readGraph } from '../../../../core/graph/read-graph.ts';

describe('graphAsData', () => {
  it('writes what was read, without what is so by default', () => {
    const value = {
      name: 'report',
      source: 'x',
      nodes: [
        { id: 'a' },
        { id: 'n', kind: 'note', title: 'T', prompt: 'P', agent: 'Athena', deps: ['a'], x: 1 },
      ],
    };
    const data = graphAsData(readGraph(value).graph);
    expect(data).toEqual(value);
    expect(readGraph(data)).toEqual(readGraph(value));
  });
});
