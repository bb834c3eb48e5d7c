import { expect, it } from 'vitest';
import type { RunEvent } from '../../../../../core/contract/index.ts';
import { runningChildren } from '../../../../../core/orchestration/engine/fork-children.ts';
import { childIdOf } from '../../../../../core/orchestration/engine/task-id.ts';

const events = (
  ...told: readonly (readonly [type: string, node: string, more: object])[]
): readonly RunEvent[] => told.map(([type, node, more]) => ({ type, data: { node, ...more } }) as RunEvent);

it('finds the sessions inside that have not ended, each with the id that it has in the fork', () => {
  const found = runningChildren(
    events(
      ['node-started', 'a', { attempt: 1 }],
      ['child-started', 'a', { session_id: 'first' }],
      ['child-ended', 'a', { session_id: 'first' }],
      ['node-started', 'a', { attempt: 2 }],
      ['child-started', 'a', { session_id: 'second' }],
      ['node-started', 'b', { attempt: 1 }],
      ['child-started', 'b', { session_id: 'third' }],
      ['child-ended', 'b', { session_id: 'third' }],
    ),
    'fork',
  );
  expect(found).toEqual([{ from: 'second', id: childIdOf('fork', 'a', 2) }]);
});
