import { expect, it } from 'vitest';
import type { NodeRun } from '../../../../../../core/orchestration/protocols/workflow/node-run.ts';
import { createNodeTimers } from '../../../../../../core/orchestration/protocols/workflow/node-timers.ts';

const run = (id: string, phase: NodeRun['phase'], attempts = 1): NodeRun =>
  ({ id, phase, attempts, control: { cancelled: null } }) as NodeRun;

it('says what comes up first: a wait by the clock, or a cap by the time of activity', () => {
  const timers = createNodeTimers();
  timers.retryAt(run('late', 'retrying'), 9_000);
  timers.retryAt(run('early', 'retrying'), 5_000);
  timers.limit(run('capped', 'running'), 2, 1_000);
  expect(timers.next({ at: 4_000, activeMs: 1_500 })).toEqual({ kind: 'due', node: 'early', at: 5_000 });
  expect(timers.next({ at: 1_000, activeMs: 2_500 })).toEqual({
    kind: 'deadline',
    node: 'capped',
    cap: 2,
    startedActiveMs: 1_000,
  });
});

it('forgets what is over: another attempt, an end, a skip', () => {
  const timers = createNodeTimers();
  const again = run('again', 'running');
  timers.limit(again, 1, 0);
  again.attempts = 2;
  const skipped = run('skipped', 'retrying');
  timers.retryAt(skipped, 10);
  skipped.control.cancelled = 'skipped';
  const ended = run('ended', 'ended');
  timers.limit(ended, 1, 0);
  expect(timers.next({ at: 0, activeMs: 0 })).toBeNull();
});
