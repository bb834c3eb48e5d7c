import { expect, it } from 'vitest';
import type { StartChild, TakeTurn } from '../../../../../../core/orchestration/protocols/index.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { childDone, driveWorkflow } from './drive-workflow.ts';

it('places a turn by the level of its node at the top and its place among the nodes of its parent', () => {
  const turns: TakeTurn[] = [];
  const graph = {
    nodes: [
      { id: 'list', output: 'list' },
      { id: 'other' },
      { id: 'each', kind: 'map', over: 'list', prompt: '{{item}}', deps: ['list'] },
      { id: 'end', deps: ['each', 'other'] },
    ],
  };
  driveWorkflow(createdWorkflow(graph), {
    say: (turn) => {
      turns.push(turn);
      return { content: turn.work?.expects === 'list' ? '- x\n- y' : 'done' };
    },
  });
  const places = turns.map(({ round, speakerIndex, work }) => [work?.node, round, speakerIndex]);
  expect(places.sort()).toEqual([
    ['each[0]', 2, 0],
    ['each[1]', 2, 1],
    ['end', 3, 3],
    ['list', 1, 0],
    ['other', 1, 1],
  ]);
});

it('gives a session inside its topic, and what it does not say itself of the one around it', () => {
  let asked: StartChild | undefined;
  const graph = {
    nodes: [
      { id: 'a' },
      {
        id: 'talk',
        kind: 'session',
        prompt: 'Debate this.',
        session: { mode: 'debate', agents: ['Athena'], seed: 3 },
        deps: ['a'],
        budget: { tokens: 500 },
      },
    ],
  };
  const created = createdWorkflow(graph, { specification: { name: 'Outer', metadata: { project: 'edge' } } });
  driveWorkflow(created, {
    say: () => ({ content: 'It is so.' }),
    child: (child) => {
      asked = child;
      return childDone(child.node, 'Agreed.');
    },
  });
  expect(asked?.specification).toEqual({
    name: 'Outer / talk',
    mode: 'debate',
    agents: ['Athena'],
    seed: 3,
    metadata: { project: 'edge' },
    topic: 'Debate this.\n\na:\nIt is so.',
  });
  expect(asked?.budgets).toMatchObject([{ node: 'talk', caps: { tokens: 500 } }]);
});
