import { expect, it } from 'vitest';
import { asked, began, foldLog, over, turnBegan, turnOver } from './log-of.ts';

const failed = { kind: 'failed', error: { code: 'provider/overloaded', message: 'Busy.' } };

it('ends each call with what came of it and marks the step to the next model', () => {
  const { spans } = foldLog([
    began,
    [1_100, 'turn-started', turnBegan()],
    [1_100, 'call-started', asked('c1')],
    [1_150, 'call-retried', { call_id: 'c1', attempt: 1, wait_ms: 20, error: { code: 'provider/timeout' } }],
    [1_200, 'call-ended', { call_id: 'c1', outcome: failed }],
    [1_200, 'cost-recorded', { call_id: 'c1', micro_usd: 42, price_table: 'x' }],
    [1_210, 'call-started', asked('c2', 1)],
    [1_300, 'call-ended', { call_id: 'c2', outcome: { kind: 'abandoned', reason: 'paused' } }],
    [1_310, 'call-started', asked('c3', 1)],
    [1_400, 'turn-ended', turnOver()],
    over(1_500),
  ]);
  const turn = spans.get('turn:t');
  expect(spans.get('call:c1')).toMatchObject({
    kind: 'client',
    name: 'chat debater',
    parentId: turn?.id,
    startedAt: 1_100,
    endedAt: 1_200,
    error: { type: 'provider/overloaded' },
    attributes: { 'agentnet.cost.micro_usd': 42 },
    marks: [{ at: 1_150, name: 'call-retried', attributes: { 'agentnet.wait_ms': 20 } }],
  });
  expect(spans.get('call:c2')).toMatchObject({ name: 'chat echo', error: null, endedAt: 1_300 });
  expect(turn?.marks).toEqual([
    { at: 1_210, name: 'fallback', attributes: { 'gen_ai.request.model': 'echo', 'agentnet.call.link': 1 } },
  ]);
});

it('ends a lost call where its process was last heard of', () => {
  const { spans } = foldLog([
    began,
    [1_100, 'turn-started', turnBegan()],
    [1_110, 'call-started', asked('c1')],
    [9_999_000, 'session-resumed', { reason: 'crash', lost_calls: ['c1'], incomplete: [] }],
  ]);
  expect(spans.get('call:c1')).toMatchObject({ endedAt: 1_110, error: { type: 'lost' } });
});

it('marks waits for room at the turn and waits for an account at the call', () => {
  const { spans } = foldLog([
    began,
    [1_100, 'turn-started', turnBegan()],
    [1_101, 'budget-awaited', { task_id: 't', scope: 'day', unit: 'usd' }],
    [1_105, 'budget-granted', { task_id: 't' }],
    [1_110, 'call-started', asked('c1')],
    [1_111, 'call-delayed', { call_id: 'c1', reason: 'requests', wait_ms: 5 }],
    [1_116, 'call-admitted', { call_id: 'c1', waited_ms: 5 }],
    [1_117, 'cooldown-started', { call_id: 'c1', reason: 'failures', for_ms: null }],
  ]);
  expect(spans.get('turn:t')?.marks.map(({ name }) => name)).toEqual(['budget-awaited', 'budget-granted']);
  expect(spans.get('call:c1')?.marks.map(({ name }) => name)).toEqual([
    'call-delayed',
    'call-admitted',
    'cooldown-started',
  ]);
});
