import { expect, it } from 'vitest';
import type { EventDraft } from '../../../../../../core/contract/index.ts';
import { beginProtocol } from '../../../../../../core/orchestration/protocols/index.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';

it('is not moved by events about nodes that are not there, or that wait for nothing', () => {
  const protocol = beginProtocol(createdWorkflow({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }] }));
  const before = protocol.next();
  const strange: readonly EventDraft[] = [
    { type: 'node-due', data: { node: 'ghost' } },
    { type: 'node-due', data: { node: 'a' } },
    { type: 'node-skipped', data: { by: 'user', node: 'ghost' } },
    { type: 'node-deadline-passed', data: { node: 'ghost', cap: 1, elapsed: 2 } },
    { type: 'approval-answered', data: { by: 'user', node: 'a', approved: true, note: '' } },
    { type: 'plan-answered', data: { by: 'user', node: 'a', revision: 1, approved: true, note: '' } },
    { type: 'nodes-added', data: { parent: 'a', nodes: [] } },
    { type: 'interjection-recorded', data: { from: 'user', to: 'all', text: 'Hm.', whisper: false } },
  ];
  for (const event of strange) protocol.fold(event, { at: 1, activeMs: 1 });
  expect(protocol.next()).toEqual(before);
  expect(protocol.standingOf('ghost')).toBeNull();
  expect(protocol.cancelledOf('ghost')).toBeNull();
});

it('has nothing more to say once it has ended', () => {
  const protocol = beginProtocol(createdWorkflow({ nodes: [] }));
  expect(protocol.next()).toMatchObject([{ kind: 'finish', outcome: 'completed' }]);
  protocol.fold({ type: 'session-ended', data: {} } as EventDraft, { at: 1, activeMs: 1 });
  expect(protocol.next()).toEqual([]);
});
