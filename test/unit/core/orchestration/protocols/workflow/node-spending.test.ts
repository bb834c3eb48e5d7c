import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../../../../core/contract/index.ts';
import type { NodeRun } from '../../../../../../core/orchestration/protocols/workflow/node-run.ts';
import { createNodeSpending } from '../../../../../../core/orchestration/protocols/workflow/node-spending.ts';
import { openEngineBench } from '../../../../../support/engine-bench.ts';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';

const budget = () => ({
  node: 'each',
  caps: { tokens: 100 },
  tokens: { spent: 0, reserved: 0 },
  microUsd: { spent: 0, reserved: 0 },
});
const call = (task_id: string, tokens: number) =>
  ({ task_id, reserved_tokens: tokens, reserved_micro_usd: 7 }) as EventData<'call-started'>;
const cost = (task_id: string, input_tokens: number) =>
  ({ task_id, input_tokens, output_tokens: 5, micro_usd: 3 }) as EventData<'cost-recorded'>;

describe('what the calls of nodes use', () => {
  it('counts for the node and for those around it: reserved while it runs, then spent', () => {
    const around = { budget: budget(), parent: null } as NodeRun;
    const item = { budget: null, parent: around } as NodeRun;
    const spending = createNodeSpending();
    spending.callStarted(item, call('t', 40));
    expect(around.budget?.tokens).toEqual({ spent: 0, reserved: 40 });
    spending.costRecorded(item, cost('t', 20));
    expect(around.budget).toMatchObject({
      tokens: { spent: 25, reserved: 0 },
      microUsd: { spent: 3, reserved: 0 },
    });
  });

  it('gives back what a call that cost nothing had reserved, at the next one or at the end of the turn', () => {
    const run = { budget: budget(), parent: null } as NodeRun;
    const spending = createNodeSpending();
    spending.callStarted(run, call('t', 40));
    spending.callStarted(run, call('t', 30));
    expect(run.budget?.tokens.reserved).toBe(30);
    spending.turnOver('t');
    expect(run.budget?.tokens.reserved).toBe(0);
  });

  it('counts a session inside by its totals', () => {
    const run = { budget: budget(), parent: null } as NodeRun;
    const spending = createNodeSpending();
    const started = { session_id: 'c', reserved_tokens: 60, reserved_micro_usd: null };
    spending.childStarted(run, started as EventData<'child-started'>);
    expect(run.budget?.tokens.reserved).toBe(60);
    const totals = { usd: 0.5, tokens: { input: 10, output: 2 }, calls: 1, repeated_calls: 0 };
    spending.childEnded(run, { session_id: 'c', totals } as EventData<'child-ended'>);
    expect(run.budget).toMatchObject({ tokens: { spent: 12, reserved: 0 }, microUsd: { spent: 500_000 } });
  });
});

it('ends the node whose budget is used, and not the session', async () => {
  const graph = {
    nodes: [{ id: 'poor', budget: { tokens: 50 } }, { id: 'behind', deps: ['poor'] }, { id: 'rich' }],
  };
  const bench = await openEngineBench();
  const run = await bench.create(createdWorkflow(graph, { on_failure: 'continue' }));
  await run.start();
  const ended = await run.ended;
  const events = await bench.events(ended.session_id);
  const ends = new Map(
    events.flatMap((event) => (event.type === 'node-ended' ? [[event.data.node, event.data]] : [])),
  );
  expect(ends.get('poor')?.error).toEqual({
    code: 'budget/exceeded',
    message: 'The budget of node "poor", 50 tokens, has no room for this call.',
  });
  expect(ends.get('behind')?.status).toBe('blocked');
  expect(ends.get('rich')?.status).toBe('done');
  expect(ended).toMatchObject({ outcome: 'budget-exhausted', exit_code: 4, totals: { calls: 1 } });
  expect(events.some(({ type }) => type === 'limit-reached')).toBe(false);
});
