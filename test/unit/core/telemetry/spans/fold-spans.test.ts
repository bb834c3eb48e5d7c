import { expect, it } from 'vitest';
import { spanIdOf } from '../../../../../core/telemetry/spans/span-ids.ts';
import { began, foldLog, over, type Told, turnBegan, turnOver } from './log-of.ts';

const round = (at: number, number: number): Told => [
  at,
  'round-started',
  { round: number, phase: 'positions', order: 'parallel' },
];

it('puts turns into their round and lets a round last as long as what belongs to it', () => {
  const { spans } = foldLog([
    began,
    round(1_100, 1),
    [1_100, 'turn-started', turnBegan()],
    [1_200, 'turn-ended', turnOver()],
    [1_210, 'convergence-measured', { round: 1, method: 'lexical', value: 1, met: true }],
    [5_000, 'session-resumed', { reason: 'user', lost_calls: [], incomplete: [] }],
    round(5_100, 2),
    [5_100, 'turn-started', turnBegan({ task_id: 'u', round: 2 })],
    [5_200, 'turn-failed', turnOver({ task_id: 'u', round: 2, error: { code: 'x', message: 'No.' } })],
    [5_300, 'turn-started', turnBegan({ task_id: 'judge', round: 3, kind: 'judgement' })],
    over(5_400),
  ]);
  expect(spans.get('round:2')).toMatchObject({ startedAt: 1_100, endedAt: 1_210, name: 'round 1 positions' });
  expect(spans.get('round:7')).toMatchObject({ startedAt: 5_100, endedAt: 5_200 });
  expect(spans.get('turn:t')?.parentId).toBe(spanIdOf('s', 'round:2'));
  expect(spans.get('turn:u')?.error).toEqual({ type: 'x', message: 'No.' });
  expect(spans.get('turn:judge')).toMatchObject({ parentId: spanIdOf('s', 'session'), endedAt: 5_400 });
});

it('knows a session by its name and what it came to, and turns of nodes by their node', () => {
  const { spans, engine } = foldLog([
    began,
    [1_050, 'node-started', { node: 'a', kind: 'task', attempt: 1, agent: 'Athena' }],
    [1_100, 'turn-started', turnBegan({ node: 'a' })],
    [1_150, 'limit-reached', { limit: 'tokens' }],
    over(1_200),
  ]);
  expect(engine).toBe('agentnet/1.2.3');
  expect(spans.get('session')).toMatchObject({
    name: 'invoke_workflow G',
    parentId: null,
    startedAt: 1_000,
    endedAt: 1_200,
    attributes: {
      'gen_ai.conversation.id': 's',
      'agentnet.session.outcome': 'completed',
      'agentnet.cost.micro_usd': 250_000,
    },
    marks: [{ name: 'limit-reached' }],
    error: null,
  });
  expect(spans.get('turn:t')).toMatchObject({
    parentId: spanIdOf('s', 'node:a'),
    attributes: { 'gen_ai.agent.name': 'Athena', 'gen_ai.agent.version': '1.0.0' },
  });
});

it('leaves what runs without an end', () => {
  const { spans } = foldLog([began, [1_100, 'turn-started', turnBegan()]]);
  expect([...spans.values()].map(({ endedAt }) => endedAt)).toEqual([null, null]);
});
