import { expect, it } from 'vitest';
import { madeTask, readGraph } from '../../../../../core/graph/index.ts';

it('is what a file with the given keys would hold, and does not wait before a retry', () => {
  const given = { id: 'a', title: 'A', prompt: 'Do it.', agent: 'Athena' };
  expect(madeTask(given)).toEqual({ ...readGraph({ nodes: [given] }).graph.nodes[0], backoffS: 0 });
  expect(madeTask({ ...given, retries: 2, timeoutS: 5 })).toMatchObject({ retries: 2, timeoutS: 5 });
});
