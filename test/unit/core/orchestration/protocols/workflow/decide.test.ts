import { expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow } from './drive-workflow.ts';

it('gives a node one end, whatever is asked of it after that', () => {
  let asked = 0;
  const skip = { type: 'node-skipped', data: { by: 'user', node: 'b' } } as const;
  const { events, ends } = driveWorkflow(
    createdWorkflow({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }] }),
    {
      say: () => ({ content: 'done' }),
      inputs: () => {
        asked += 1;
        return asked === 1 ? [skip, skip] : [];
      },
    },
  );
  expect(events.filter((event) => event.type === 'node-ended' && event.data.node === 'b')).toHaveLength(1);
  expect(ends.get('b')).toEqual({
    node: 'b',
    kind: 'task',
    attempts: 0,
    status: 'skipped',
    source: 'run',
    task_id: null,
    branch: null,
    reason: 'A person skipped it.',
    error: null,
  });
});
