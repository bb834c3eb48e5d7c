import { expect, it } from 'vitest';
import {
  isDone,
  type NodeRun,
  nodesAround,
} from '../../../../../../core/orchestration/protocols/workflow/node-run.ts';

const run = (status: string | null, parent: NodeRun | null = null) =>
  ({ parent, end: status === null ? null : { status } }) as unknown as NodeRun;

it('is done only where it ended so', () => {
  expect([null, 'failed', 'skipped', 'done'].map((status) => isDone(run(status)))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

it('is around itself, and so are those it is inside of', () => {
  const top = run(null);
  const middle = run(null, top);
  expect([...nodesAround(run(null, middle))]).toHaveLength(3);
});
