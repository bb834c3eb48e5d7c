import { expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { nameOf, newRun } from '../../../../../../core/orchestration/protocols/workflow/new-run.ts';
import { isDone, nodesAround } from '../../../../../../core/orchestration/protocols/workflow/node-run.ts';

const runOf = (data: Record<string, unknown>, parent: ReturnType<typeof newRun> | null = null) => {
  const node = readGraph({ nodes: [data] }).graph.nodes[0];
  if (!node) throw new Error('no node');
  return newRun({
    id: node.id,
    node,
    scope: { variables: {}, renames: new Map() },
    parent,
    round: 1,
    index: 0,
  });
};

it('begins with nothing done, under the name of who acts and with a budget that nobody has used', () => {
  const run = runOf({ id: 'a', agent: 'Athena@1.0.0', budget: { tokens: 100 } });
  expect(run).toMatchObject({ agent: 'Athena', attempts: 0, phase: 'waiting', end: null });
  expect(run.budget).toMatchObject({ node: 'a', caps: { tokens: 100 }, tokens: { spent: 0, reserved: 0 } });
  expect(isDone(run)).toBe(false);
});

it('names nobody where nobody acts, and the planner of a node that delegates', () => {
  expect(runOf({ id: 'a', kind: 'condition', input: 'x', test: { contains: 'x' } }).agent).toBeNull();
  expect(runOf({ id: 'a', kind: 'map', over: 'b', prompt: '{{item}}', agent: 'Athena' }).agent).toBeNull();
  expect(runOf({ id: 'a', kind: 'delegate', prompt: 'Goal', planner: 'Planner@2.0.0' }).agent).toBe(
    'Planner',
  );
});

it('knows the nodes around it, from the inside out', () => {
  const outer = runOf({ id: 'outer' });
  const inner = runOf({ id: 'inner' }, outer);
  expect([...nodesAround(inner)].map(({ id }) => id)).toEqual(['inner', 'outer']);
});

it('takes the version off a name', () => {
  expect([nameOf('Athena@1.0.0'), nameOf('Athena')]).toEqual(['Athena', 'Athena']);
});
