import { expect, it } from 'vitest';
import { createNodeDurations } from '../../../../core/telemetry/node-durations.ts';

const done = { kind: 'task', status: 'done' } as const;

it('measures nodes from their first start to their end, by kind and status', () => {
  const durations = createNodeDurations();
  durations.started('s', 'a', 1_000);
  durations.started('s', 'a', 2_000);
  durations.started('s', 'b', 1_000);
  durations.started('other', 'a', 1_500);
  durations.ended('s', { node: 'a', ...done }, 4_000);
  durations.ended('s', { node: 'b', kind: 'map', status: 'failed' }, 1_005);
  const sums = durations.samples().filter(({ suffix }) => suffix === '_sum');
  expect(sums).toEqual([
    { suffix: '_sum', labels: { kind: 'task', status: 'done' }, value: 3_000 },
    { suffix: '_sum', labels: { kind: 'map', status: 'failed' }, value: 5 },
  ]);
});

it('counts no node that never started, and none of a session that is over', () => {
  const durations = createNodeDurations();
  durations.ended('s', { node: 'given', ...done }, 1);
  durations.started('s', 'a', 1);
  durations.forget('s');
  durations.ended('s', { node: 'a', ...done }, 2);
  expect(durations.samples()).toEqual([]);
});
