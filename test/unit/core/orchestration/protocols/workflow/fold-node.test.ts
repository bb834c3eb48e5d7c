import { expect, it } from 'vitest';
import { beginProtocol } from '../../../../../../core/orchestration/protocols/index.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow } from './drive-workflow.ts';

it('counts the wait of an attempt from the moment that is on record', () => {
  const created = createdWorkflow({ nodes: [{ id: 'a', retries: 1, backoff_s: 3 }] });
  const { events } = driveWorkflow(created, {
    say: (_turn, attempt) => (attempt === 1 ? { fails: 'provider/server' } : { content: 'done' }),
  });
  const until = events.findIndex(({ type }) => type === 'node-retried') + 1;
  const again = beginProtocol(created);
  for (const event of events.slice(0, until)) again.fold(event, { at: 50_000, activeMs: 0 });
  expect(again.nextTimer()).toEqual({ kind: 'due', node: 'a', at: 53_000 });
  expect(again.next()).toEqual([]);
  // Nothing of it changes while it waits, whatever else happens.
  again.fold(
    { type: 'session-resumed', data: { reason: 'crash', lost_calls: [], incomplete: [] } },
    { at: 52_000, activeMs: 0 },
  );
  expect(again.nextTimer()).toEqual({ kind: 'due', node: 'a', at: 53_000 });
  again.fold({ type: 'node-due', data: { node: 'a' } }, { at: 53_000, activeMs: 0 });
  expect(again.next()).toMatchObject([{ kind: 'start-node', node: 'a', attempt: 2 }]);
  expect(again.nextTimer()).toBeNull();
});

it('caps the time of an attempt, and that of a node with a graph inside as a whole', () => {
  const graph = {
    nodes: [
      { id: 'list', output: 'list', timeout_s: 9 },
      { id: 'each', kind: 'map', over: 'list', prompt: '{{item}}', deps: ['list'], timeout_s: 4 },
    ],
  };
  const caps: unknown[] = [];
  const { events } = driveWorkflow(createdWorkflow(graph, { parallel: { total: 1 } }), {
    say: (turn) => ({ content: turn.work?.expects === 'list' ? '- x' : 'done' }),
  });
  const protocol = beginProtocol(createdWorkflow(graph, { parallel: { total: 1 } }));
  for (const event of events) {
    protocol.fold(event, { at: 0, activeMs: 7 });
    if (event.type === 'turn-started') caps.push(protocol.nextTimer());
  }
  expect(caps).toEqual([
    { kind: 'deadline', node: 'list', cap: 9, startedActiveMs: 7 },
    { kind: 'deadline', node: 'each[0]', cap: 4, startedActiveMs: 7 },
  ]);
});
