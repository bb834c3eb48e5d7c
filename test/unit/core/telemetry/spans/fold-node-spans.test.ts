import { expect, it } from 'vitest';
import { spanIdOf } from '../../../../../core/telemetry/spans/span-ids.ts';
import { began, foldLog, nodeOver, over } from './log-of.ts';

it('lets a node last from its first attempt to its end, with its retries', () => {
  const { spans } = foldLog([
    began,
    [1_100, 'node-started', { node: 'a', kind: 'task', attempt: 1, agent: 'Athena' }],
    [1_200, 'node-retried', { node: 'a', attempt: 1, agent: 'Zeus', wait_ms: 50, error: { code: 'x' } }],
    [1_250, 'node-due', { node: 'a' }],
    [1_250, 'node-started', { node: 'a', kind: 'task', attempt: 2, agent: 'Zeus' }],
    [
      1_300,
      'node-ended',
      nodeOver('a', { status: 'failed', attempts: 2, error: { code: 'y', message: 'No.' } }),
    ],
  ]);
  expect(spans.get('node:a')).toMatchObject({
    parentId: spanIdOf('s', 'session'),
    startedAt: 1_100,
    endedAt: 1_300,
    attributes: { 'agentnet.node.status': 'failed', 'agentnet.node.attempts': 2 },
    error: { type: 'y', message: 'No.' },
  });
  expect(spans.get('node:a')?.marks.map(({ name }) => name)).toEqual([
    'node-retried',
    'node-due',
    'node-started',
  ]);
});

it('gives a node that never ran a span of no length', () => {
  const { spans } = foldLog([
    began,
    [1_200, 'node-ended', nodeOver('b', { status: 'blocked', attempts: 0, reason: 'Behind a.' })],
    over(1_300),
  ]);
  expect(spans.get('node:b')).toMatchObject({ startedAt: 1_200, endedAt: 1_200 });
});

it('puts nodes that were added below the one that added them, and sessions inside below theirs', () => {
  const { spans, inside } = foldLog([
    began,
    [1_100, 'node-started', { node: 'each', kind: 'map', attempt: 1, agent: null }],
    [1_100, 'nodes-added', { parent: 'each', nodes: [{ id: 'each[0]' }] }],
    [1_110, 'node-started', { node: 'each[0]', kind: 'session', attempt: 1, agent: null }],
    [1_120, 'child-started', { node: 'each[0]', session_id: 'inner' }],
    [1_130, 'child-ended', { node: 'each[0]', session_id: 'inner', outcome: 'decided' }],
    [1_130, 'approval-requested', { node: 'each', text: 'secret?' }],
    [1_140, 'approval-answered', { node: 'each', by: 'user', approved: true, note: 'secret!' }],
    [1_150, 'plan-proposed', { node: 'each', revision: 1, why: 'plan', auto: false }],
    [1_160, 'plan-answered', { node: 'each', by: 'user', approved: false, note: 'secret' }],
  ]);
  expect(spans.get('node:each[0]')?.parentId).toBe(spanIdOf('s', 'node:each'));
  expect(inside).toEqual([{ sessionId: 'inner', parentId: spanIdOf('s', 'node:each[0]') }]);
  expect(spans.get('node:each')?.marks.map(({ name }) => name)).toEqual([
    'nodes-added',
    'approval-requested',
    'approval-answered',
    'plan-proposed',
    'plan-answered',
  ]);
  expect(JSON.stringify([...spans])).not.toContain('secret');
});
