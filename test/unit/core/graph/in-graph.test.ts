import { describe, expect, it } from 'vitest';
import { graphError } from '../../../../core/graph/graph-problem.ts';
import { inGraph } from '../../../../core/graph/in-graph.ts';

describe('inGraph', () => {
  it('says in which graph it is', () => {
    expect(inGraph('review', graphError('cycle', 'a', 'It waits.', 'Mend it.'))).toMatchObject({
      node: 'review/a',
      message: 'In the graph "review": It waits.',
    });
    expect(inGraph('review', graphError('cycle', null, 'It waits.', 'Mend it.')).node).toBeNull();
  });
});
