import { expect, it } from 'vitest';
import {
  beginState,
  isRunnable,
} from '../../../../../../core/orchestration/protocols/workflow/workflow-state.ts';
import { createdWith } from '../../../../../support/cast.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';

it('holds every node that runs, with its level and place', () => {
  const graph = {
    nodes: [{ id: 'note', kind: 'note', prompt: 'Words.' }, { id: 'b', deps: ['a'] }, { id: 'a' }],
  };
  const state = beginState(createdWorkflow(graph, { inputs: { x: '1' } }));
  expect(state.top.map(({ id, round, index }) => [id, round, index])).toEqual([
    ['b', 2, 0],
    ['a', 1, 1],
  ]);
  expect(state.inputs).toEqual({ x: '1' });
  expect(state.providers.get('Athena')).toBe('stub');
  expect(state.members.get('Apollo')?.description).toBe('Apollo, for tests');
  expect(state.graph.nodes.filter(isRunnable)).toHaveLength(2);
});

it('has nothing to do where a log holds no graph', () => {
  expect(beginState(createdWith({ mode: 'workflow' })).left).toBe(0);
});
